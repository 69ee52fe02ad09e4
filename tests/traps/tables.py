"""The traps of tables; run.py runs them."""
from bench import check, close, contains, equal

BASE = """entente: 1
title: Case
as_of: 2016-07-18
layers: {security: {}, diplomacy: {}}
countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}, IND: {name: India}}
tables: {ties: t.csv}
"""
CODES = "{NO: {name: Norway}, NA: {name: Namibia}, ON: {name: Onland}, Y: {name: Yland}, null: {name: Nulland}}"
STATES = "{USA: {name: United States}, JPN: {name: Japan}}"


def _model(bench, table, countries=None, more=""):
    text = BASE if countries is None else BASE.replace(BASE.splitlines()[4], f"countries: {countries}")
    bench.write("t.csv", table)
    return bench.write("base.yaml", text + more)


def _pair(bench, model, a, b):
    return bench.result("brokers", model, a, b)["pairs"][0]


def _places(run):
    """LINE:COLUMN of each error of the table."""
    return [line.split(": error")[0].split("t.csv:")[1] for line in run.errors.splitlines() if ": error:" in line]


# 2: codes that look like words

def trap_2_codes_in_a_table_are_text_and_only_an_empty_cell_is_missing(bench):
    run = bench.run("check", _model(bench, "a,b,layer,stance\nNO,NA,security,cordial\nON,Y,security,\n", CODES)).expect(1)
    equal(_places(run), ["3:1"], f"errors of {run}")
    contains(run.errors, "without a stance", "the error")
    model = _model(bench, "a,b,layer,stance\nNO,NA,security,cordial\nON,null,security,cool\n", CODES)
    contains(bench.good("show", model, "NO", "NA").text, "Namibia", "show NO NA")
    close(_pair(bench, model, "NO", "NA")["cooperation"], 0.2, "cooperation of NO and NA")
    close(_pair(bench, model, "ON", "Nulland")["tension"], 0.2, "tension of ON and null")


def trap_2_codes_of_a_table_of_vertices_are_text(bench):
    bench.write("c.csv", "id,name\nNO,Norway\nNA,Namibia\n002,Two\n1e5,Many\nnull,Nulland\ntrue,Trueland\n")
    model = bench.write("m.yaml", "entente: 1\nas_of: 2016\ntables: {countries: c.csv}\n")
    result = bench.result("show", model)
    text = str(result)
    for code in ("NO", "NA", "002", "1e5", "null", "true"):
        contains(text, f"'{code}'", "show")


# 5: marks and encodings

def trap_5_the_mark_of_utf_8_is_read_over_in_a_table(bench):
    for delimiter in ";,\t":
        table = "a;b;layer;stance\r\nAFG;PAK;security;strained\r\n".replace(";", delimiter)
        model = _model(bench, b"\xef\xbb\xbf" + table.encode())
        bench.good("show", model, "AFG", "PAK")
        close(_pair(bench, model, "AFG", "PAK")["tension"], 0.4, "tension")


def trap_5_a_table_in_utf_16_is_one_plain_error(bench):
    for encoding, mark in (("utf-16", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        table = mark + "a,b,layer,stance\nAFG,PAK,security,strained\n".encode(encoding)
        run = bench.run("check", _model(bench, table)).expect(1, "UTF-16", "CSV UTF-8")
        equal(_places(run), ["1:1"], f"errors of {run}")


# 7: semicolons and decimal commas

def trap_7_sep_is_obeyed_and_the_decimal_comma_read(bench):
    model = _model(bench, "sep=;\na;b;layer;weight\nAFG;PAK;security;0,6\n")
    close(_pair(bench, model, "AFG", "PAK")["cooperation"], 0.6, "cooperation")


def trap_7_the_header_alone_decides_the_delimiter(bench):
    note = "border; water; transit; Taliban; trade"
    cited = ("a,b,layer,weight,source,evidence_note", f'AFG,PAK,security,0.6,s,"{note}"')
    for head, row in (("a,b,layer,weight,evidence_note", f'AFG,PAK,security,0.6,"{note}"'), cited):
        model = _model(bench, f"{head}\n{row}\n", None, "sources: {s: {title: Study}}\n")
        close(_pair(bench, model, "AFG", "PAK")["cooperation"], 0.6, "cooperation")
        contains(bench.good("show", model, "AFG", "PAK", "--format", "json").text, note, "the note")
    model = _model(bench, f"a\tb\tlayer\tweight\tnote\nAFG\tPAK\tsecurity\t0.6\tborder, water, trade, 1,5\n")
    close(_pair(bench, model, "AFG", "PAK")["cooperation"], 0.6, "cooperation")
    contains(bench.good("show", model, "AFG", "PAK", "--format", "json").text, "border, water, trade, 1,5", "the note")


def trap_7_a_decimal_comma_is_never_0_or_6(bench):
    for table in ('a,b,layer,weight\nAFG,PAK,security,"0,6"\n', "a\tb\tlayer\tweight\nAFG\tPAK\tsecurity\t0,6\n"):
        run = bench.run("check", _model(bench, table)).expect(1, "0,6")
        equal(_places(run), ["2:18"], f"errors of {run}")


# 8: dates

def trap_8_dates_of_a_spreadsheet_are_errors_with_their_places_all_in_one_run(bench):
    rows = ["AFG,PAK,security,cool,07/06/2012,", "AFG,IND,security,cool,2012-6-7,", "IND,PAK,security,cool,2015-02-29,",
            "AFG,PAK,diplomacy,cool,1902-07--9,1903-01-24", "AFG,IND,diplomacy,cool,-9,", "IND,PAK,diplomacy,cool,1816,1812",
            "IND,PAK,security,rivals,2016,", "AFG,IND,security,cordial,1386-05-09,"]
    head = "a,b,layer,stance,from,to\n"
    run = bench.run("check", _model(bench, head + "\n".join(rows) + "\n")).expect(1)
    equal(_places(run), ["2:23", "3:23", "4:23", "5:24", "6:24", "7:29"], f"errors of {run}")
    model = _model(bench, head + "\n".join(rows[6:]) + "\n")
    bench.good("check", model)
    close(_pair(bench, model, "IND", "PAK")["tension"], 0.6, "tension in 2016")
    equal(bench.result("brokers", model, "IND", "PAK", "--as-of", "2015-12-31")["pairs"][0]["tension"], 0, "tension in 2015")
    close(_pair(bench, model, "AFG", "IND")["cooperation"], 0.2, "cooperation since 1386")


# 9: blanks

def trap_9_blanks_around_a_cell_make_no_second_vertex_and_no_unknown_heading(bench):
    model = _model(bench, "a,b, layer,stance\nAFG, PAK,security,partners\nAFG,PAK\u00a0,security,partners\n")
    run = bench.good("check", model)
    check("3 countries" in run.text, f"the countries: {run.text}")
    close(_pair(bench, model, "AFG", "PAK")["cooperation"], 0.8, "cooperation")


# 10: a tie is symmetric

def trap_10_a_tie_of_a_table_is_symmetric_and_counts_once(bench):
    head, rows = "a,b,layer,stance,from\n", ["USA,JPN,security,partners,1951-09-08\n", "JPN,USA,security,partners,1951-09-08\n"]
    run = bench.run("check", _model(bench, head + "".join(rows) + "USA,USA,security,partners,1951-09-08\n", STATES)).expect(1, "itself")
    equal(_places(run), ["4:5"], f"errors of {run}")
    influence = "influence: [{of: USA, over: JPN, strength: strong}]\n"
    for table in (rows, rows[1:]):
        model = _model(bench, head + "".join(table), STATES, influence)
        for a, b in (("USA", "JPN"), ("JPN", "USA")):
            close(_pair(bench, model, a, b)["cooperation"], 0.8, f"cooperation of {a} and {b}")
            contains(bench.good("show", model, a, b).text, "0.8", f"show {a} {b}")
    run = bench.good("check", _model(bench, head + "".join(rows), STATES))
    overlaps = [line for line in run.errors.splitlines() if "overlaps" in line]
    equal([line.split(":")[1] for line in overlaps], ["3"], f"warned of an overlap: {run.errors}")
