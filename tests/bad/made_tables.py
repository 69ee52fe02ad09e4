"""Tables that cannot lie in a repository: each function fills a folder with its model and gives the expectation."""
import os

from made import write

HEAD = """entente: 1
title: Case
as_of: 2016-07-18
sources: {s: {title: Study, date: 2016-07-18}}
layers: {security: {}, diplomacy: {}}
countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}, IND: {name: India}}
borders: [[AFG, PAK], [IND, PAK]]
"""
HEADER = "a,b,layer,stance,confidence,source\n"
ROW = "AFG,PAK,security,cool,high,s\n"
FAULTY = "AFG,PKA,security,cool,high,s\n"


def model(folder, table, section="ties", name="t.csv"):
    """With one table; where it is named."""
    write(folder, f"{HEAD}tables: {{{section}: {name}}}\n")
    if table is not None:
        write(folder, table, name)
    return f"model.yaml:8:{len('tables: {') + len(section) + 3}"


def utf16(folder, mark, encoding):
    model(folder, mark + (HEADER + ROW).encode(encoding))
    return "t.csv:1:1: error: UTF-16 & save it as CSV UTF-8\nexit 1\n"


def table_in_utf16_little_endian(folder):
    return utf16(folder, b"\xff\xfe", "utf-16-le")


def table_in_utf16_big_endian(folder):
    return utf16(folder, b"\xfe\xff", "utf-16-be")


def table_in_utf16_without_a_mark(folder):
    model(folder, (HEADER + ROW).encode("utf-16-le"))
    return "t.csv:1:2: error: NUL & save it as CSV UTF-8\nexit 1\n"


def table_of_a_spreadsheet_in_western_europe(folder):
    model(folder, "id,name\nX,Länd\n".encode("cp1252"), "countries")
    return "t.csv:2:4: error: no UTF-8 & save it as CSV UTF-8\nexit 1\n"


def table_with_a_byte_order_mark(folder):
    model(folder, b"\xef\xbb\xbf" + (HEADER + FAULTY).encode())
    return "t.csv:2:5: error: PKA & PAK\nexit 1\n"


def table_with_a_byte_order_mark_and_a_separator_line(folder):
    model(folder, b"\xef\xbb\xbf" + ("sep=;\n" + (HEADER + FAULTY).replace(",", ";")).encode())
    return "t.csv:3:5: error: PKA & PAK\nexit 1\n"


def table_with_carriage_returns_and_line_feeds(folder):
    model(folder, (HEADER + ROW + FAULTY).replace("\n", "\r\n"))
    return "t.csv:3:5: error: PKA & PAK\nexit 1\n"


def table_with_carriage_returns_alone(folder):
    model(folder, (HEADER + ROW + FAULTY).replace("\n", "\r"))
    return "t.csv:3:5: error: PKA & PAK\nexit 1\n"


def table_parted_by_tabs(folder):
    model(folder, (HEADER + FAULTY).replace(",", "\t"))
    return "t.csv:2:5: error: PKA & PAK\nexit 1\n"


def table_without_a_last_line_end(folder):
    model(folder, (HEADER + ROW + FAULTY).rstrip("\n"))
    return "t.csv:3:5: error: PKA & PAK\nexit 1\n"


def table_with_blanks_that_break_no_line(folder):
    model(folder, HEADER.replace("layer", " layer") + "AFG\u00a0,\u202fPAK, security ,cool,high,s\n")
    return "exit 0\n"


def table_with_a_nul_byte(folder):
    model(folder, HEADER + ROW.replace("cool", "co\0ol"))
    return "t.csv:2:20: error: NUL\nexit 1\n"


def table_with_a_bidirectional_override(folder):
    model(folder, HEADER.replace("source", "note") + "AFG,PAK,security,cool,high,a\u202eb\n")
    return "t.csv:2:29: error: bidirectional\nexit 1\n"


def table_with_misread_letters(folder):
    model(folder, "id,name\nX,Pole europ\u008een\n", "countries")
    return ("model.yaml:4:11: warning: nothing cites\nt.csv:2:1: warning: nothing touches X\n"
            "t.csv:2:13: warning: 1 control character & another encoding\nexit 0\n")


def table_with_a_text_of_10001_characters(folder):
    model(folder, HEADER.replace("source", "note") + f"AFG,PAK,security,cool,high,{'é' * 10_001}\n")
    return "t.csv:2:28: error: 10001 characters\nexit 1\n"


def table_that_is_a_pipe(folder):
    place = model(folder, None)
    os.mkfifo(folder / "t.csv")
    return f"{place}: error: t.csv & no regular file\nexit 1\n"


def table_that_is_a_device(folder):
    place = model(folder, None)
    os.symlink("/dev/zero", folder / "t.csv")
    return f"{place}: error: t.csv & outside the model's folder\nexit 1\n"


def table_that_is_a_folder(folder):
    place = model(folder, None)
    (folder / "t.csv").mkdir()
    return f"{place}: error: t.csv & no regular file\nexit 1\n"


def table_beside_the_folder(folder):
    write(folder.parent, HEADER + ROW, "t.csv")
    place = model(folder, None, name="../t.csv")
    return f"{place}: error: t.csv & outside the model's folder\nexit 1\n"


def table_through_a_link_out(folder):
    write(folder.parent, HEADER + ROW, "outside.csv")
    os.symlink("../outside.csv", folder / "t.csv")
    place = model(folder, None)
    return f"{place}: error: t.csv & outside the model's folder\nexit 1\n"


def table_through_a_link_into_a_folder_of_data(folder):
    write(folder.parent, HEADER + ROW, "data/real.csv")
    os.symlink("../data/real.csv", folder / "t.csv")
    model(folder, None)
    return "args --data ../data\nexit 0\n"


def table_in_the_second_folder_of_data(folder):
    (folder.parent / "one").mkdir()
    write(folder.parent, HEADER + FAULTY, "two/t.csv")
    model(folder, None)
    return "args --data ../one --data ../two\n../two/t.csv:2:5: error: PKA & PAK\nexit 1\n"


def table_in_no_folder_of_data(folder):
    (folder.parent / "one").mkdir()
    place = model(folder, None)
    return f"args --data ../one\n{place}: error: no table 't.csv' & nor in the folders of --data\nexit 1\n"


def table_named_by_a_part(folder):
    write(folder, HEAD + "include: [parts/p.yaml]\n")
    write(folder, "tables: {ties: [t.csv, ../u.csv]}\n", "parts/p.yaml")
    write(folder, HEADER + FAULTY, "parts/t.csv")
    write(folder, HEADER + ROW.replace("cool", "icy"), "u.csv")
    return "parts/t.csv:2:5: error: PKA & PAK\nu.csv:2:18: error: icy\nexit 1\n"


def table_of_thousands_of_errors(folder):
    model(folder, HEADER + FAULTY * 60_000)
    lines = "".join(f"t.csv:{line}:5: error: PKA & PAK\n" for line in range(2, 22))
    return lines + "t.csv: error: 59980 more errors in this table\nexit 1\n"


def table_of_too_many_errors(folder):
    model(folder, HEADER + FAULTY * 150_000)
    return "t.csv:2:5: error: PKA\nmore\nexit 1\n"


def table_of_5001_vertices(folder):
    model(folder, "id\n" + "".join(f"X{number}\n" for number in range(4_998)), "countries")
    return "t.csv:4999:1: error: 5001 vertices & at most 5000\nexit 1\n"


def table_of_a_million_vertices(folder):
    model(folder, "id\n" + "".join(f"X{number}\n" for number in range(1_000_000)), "countries")
    return "t.csv:4999:1: error: vertices & at most 5000\nexit 1\n"


def table_of_2000001_records(folder):
    model(folder, "a,b\n" + "AFG,PAK\n" * 2_000_001, "borders")
    return "seconds 60\nt.csv:2000002:1: error: more than 2 million records\nexit 1\n"


def table_over_64_megabytes(folder):
    place = model(folder, None)
    with open(folder / "t.csv", "wb") as file:
        file.write(b"a,b\n")
        file.truncate(64 * 1024 * 1024 + 1)
    return f"{place}: error: larger than 64 MB & several tables\nexit 1\n"


def table_with_a_cell_of_megabytes(folder):
    model(folder, HEADER + '"' + "x,\n" * 2_000_000 + '"' + ",PAK,security,cool,high,s\n")
    return "t.csv:2:1: error: a text of 5999999 characters\nexit 1\n"


def table_of_quotes(folder):
    model(folder, HEADER + '"' * 1_000_001)
    return "t.csv:2:1: error: not closed\nexit 1\n"


def cases():
    """(name, function) in a fixed order."""
    return sorted((n, f) for n, f in globals().items() if n.startswith("table_"))
