"""Cases that cannot lie in a repository: each function fills a folder with its model and gives the expectation."""
import os

HEAD = """entente: 1
title: Case
as_of: 2016-07-18
sources: {s: {title: Study, date: 2016-07-18}}
layers: {security: {}, diplomacy: {}}
countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}}
ties: [{between: [AFG, PAK], layer: security, stance: cool, confidence: high, evidence: [{source: s}]}]
"""
PART = "countries: {IND: {name: India}}\nborders: [[IND, PAK]]\n"


def write(folder, data, name="model.yaml"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def with_include(folder, path):
    write(folder, HEAD + f"include: [{path}]\n")
    return 8, len("include: [") + 1


def refused_include(folder, path, piece):
    line, column = with_include(folder, path)
    return f"model.yaml:{line}:{column}: error: {piece}\nexit 1\n"


def include_of_a_pipe(folder):
    os.mkfifo(folder / "pipe.yaml")
    return refused_include(folder, "pipe.yaml", "pipe.yaml")


def include_of_a_device(folder):
    os.symlink("/dev/zero", folder / "zero.yaml")
    return refused_include(folder, "zero.yaml", "zero.yaml")


def include_of_a_link_out(folder):
    write(folder.parent, PART, "outside.yaml")
    os.symlink("../outside.yaml", folder / "link.yaml")
    return refused_include(folder, "link.yaml", "link.yaml")


def include_through_a_linked_folder(folder):
    write(folder.parent, PART, "elsewhere/part.yaml")
    os.symlink("../elsewhere", folder / "parts")
    return refused_include(folder, "parts/part.yaml", "parts/part.yaml")


def include_of_a_broken_link(folder):
    os.symlink("nowhere.yaml", folder / "link.yaml")
    return refused_include(folder, "link.yaml", "link.yaml")


def include_of_a_link_inside(folder):
    write(folder, PART, "parts/part.yaml")
    os.symlink("parts/part.yaml", folder / "link.yaml")
    with_include(folder, "link.yaml")
    return "exit 0\n"


def include_of_a_folder(folder):
    (folder / "parts").mkdir()
    return refused_include(folder, "parts", "parts")


def include_in_utf16(folder):
    write(folder, b"\xff\xfe" + PART.encode("utf-16-le"), "part.yaml")
    line, column = with_include(folder, "part.yaml")
    return f"part.yaml:1:1|model.yaml:{line}:{column}: error: UTF-16\nexit 1\n"


def include_cycle_through_a_link(folder):
    write(folder, PART + "include: [link.yaml]\n", "part.yaml")
    os.symlink("part.yaml", folder / "link.yaml")
    with_include(folder, "part.yaml")
    return "part.yaml:3:11: error: link.yaml\nexit 1\n"


def utf16_little_endian(folder):
    write(folder, b"\xff\xfe" + HEAD.encode("utf-16-le"))
    return "model.yaml:1:1: error: UTF-16\nexit 1\n"


def utf16_big_endian(folder):
    write(folder, b"\xfe\xff" + HEAD.encode("utf-16-be"))
    return "model.yaml:1:1: error: UTF-16\nexit 1\n"


def byte_order_mark_is_read_over(folder):
    write(folder, b"\xef\xbb\xbf" + HEAD.encode())
    return "exit 0\n"


def carriage_returns_end_lines(folder):
    text = HEAD + "borders: [[AFG, PAL]]\n"
    write(folder, text.replace("\n", "\r\n"))
    return "model.yaml:8:17: error: PAL & PAK\nexit 1\n"


def nul_byte(folder):
    write(folder, HEAD.replace("Study", "Stu\0dy"))
    return "model.yaml:4:25|model.yaml:4:22: error:\nexit 1\n"


def nul_byte_at_the_end(folder):
    write(folder, HEAD + "\0")
    return "model.yaml:8:1: error:\nexit 1\n"


def invalid_utf8(folder):
    write(folder, HEAD.encode().replace(b"Study", b"\xc3\xa9t\xe9"))
    return "model.yaml:4:24: error: UTF-8\nexit 1\n"


def overlong_utf8(folder):
    write(folder, HEAD.encode().replace(b"Study", b"a\xc0\xafb"))
    return "model.yaml:4:23: error: UTF-8\nexit 1\n"


def surrogate_in_utf8(folder):
    write(folder, HEAD.encode().replace(b"Study", b"a\xed\xa0\x80b"))
    return "model.yaml:4:23: error: UTF-8\nexit 1\n"


def deep_flow(folder):
    write(folder, "[" * 100_000)
    return "model.yaml:1:33: error: 32\nexit 1\n"


def deep_block(folder):
    write(folder, "- " * 50_000)
    return "model.yaml:1:65: error: 32\nexit 1\n"


def deep_maps(folder):
    write(folder, "{a: " * 100_000)
    return "model.yaml:1:129: error: 32\nexit 1\n"


def deep_inside_a_model(folder):
    write(folder, HEAD + "remarks: " + "[" * 40 + "]" * 40 + "\n")
    return "model.yaml:8:41: error: 32\nexit 1\n"


def long_text(folder, length):
    before = "remarks: [{about: [AFG], kind: view, text: "
    write(folder, HEAD + before + "é" * length + "}]\n")
    return f"model.yaml:8:{len(before) + 1}"


def text_of_10000_characters(folder):
    long_text(folder, 10_000)
    return "exit 0\n"


def text_of_10001_characters(folder):
    return long_text(folder, 10_001) + ": error: 10\nexit 1\n"


def many_vertices(folder, count):
    rows = "".join(f"  C{number}: {{}}\n" for number in range(count))
    write(folder, f"entente: 1\nas_of: 2016\ncountries:\n{rows}")


def vertices_5000(folder):
    many_vertices(folder, 5_000)
    return "more\nexit 0\n"


def vertices_5001(folder):
    many_vertices(folder, 5_001)
    return "model.yaml:*:*: error: 5\nexit 1\n"


def a_thousand_misspelt_names(folder):
    """Looking for the nearest name must not take for ever."""
    countries = "".join(f"  Country{number}: {{}}\n" for number in range(2_000))
    borders = "".join(f"  - [Country{number}, Kountry{number}]\n" for number in range(1_000))
    write(folder, f"entente: 1\nas_of: 2016\ncountries:\n{countries}borders:\n{borders}")
    return "model.yaml:2005:16: error: Kountry0 & Country0\nmore\nexit 1\n"


def file_over_4_megabytes(folder):
    write(folder, HEAD + ("# " + "x" * 97 + "\n") * 42_000)
    return "model.yaml:*:*: error: 4\nexit 1\n"


def file_under_4_megabytes(folder):
    write(folder, HEAD + ("# " + "x" * 97 + "\n") * 39_000)
    return "exit 0\n"


def empty_file(folder):
    write(folder, "")
    return "model.yaml:*:*: error:\nmore\nexit 1\n"


def only_a_byte_order_mark(folder):
    write(folder, b"\xef\xbb\xbf")
    return "model.yaml:*:*: error:\nmore\nexit 1\n"


def cases():
    """(name, function) in a fixed order."""
    helpers = {write, with_include, refused_include, many_vertices, long_text, cases}
    return sorted((n, f) for n, f in globals().items() if callable(f) and f not in helpers)
