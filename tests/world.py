#!/usr/bin/env python3
"""The example of the world: its tables are made from small files in the shape of the originals, and it reads them.

    world.py BINARY
"""
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench import ROOT, cases_of, check, contains, equal, run_cases

EXAMPLE = ROOT / "examples" / "world"

# Four states: Aland; Beland, which was gone from 1958 to 1961; Celand, which ended in 1990; Deland, long gone.
ORIGINALS = {
    "states2016.csv": """stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
AAA,1,Aland,1816,1,1,2016,12,31,2016
BBB,2,Beland,1816,1,1,1958,2,1,2016
BBB,2,Beland,1961,9,29,2016,12,31,2016
CCC,3,Celand,1920,1,10,1990,10,2,2016
DDD,4,Deland,1816,1,1,1871,1,18,2016
""",
    "majors2016.csv": """stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version
AAA,1,1898,8,13,2016,12,31,2016
CCC,3,1925,1,1,1945,8,14,2016
""",
    "NMC_6/NMC-60-abridged.csv": """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
AAA,1,1945,1,1,1,1,1,1,.5,2021
AAA,1,2015,1,1,1,1,1,1,.139352,2021
AAA,1,2016,1,1,1,1,1,1,.133,2021
BBB,2,2016,1,1,1,1,1,1,9.5e-06,2021
CCC,3,1989,-9,-9,-9,-9,-9,-9,-9,2021
""",
    "contdir.csv": """dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version
1002,1,AAA,2,BBB,1,192001,195802,,3.2
1002,1,AAA,2,BBB,1,196109,201612,,3.2
1003,1,AAA,3,CCC,4,192001,199010,water,3.2
2003,2,BBB,3,CCC,1,192001,193912,ended before,3.2
1004,1,AAA,4,DDD,1,181601,187101,,3.2
""",
    "dyadic_mid_4.02.csv": """disno,dyindex,statea,namea,stateb,nameb,strtyr,endyear,year,hihost
7,1,1,AAA,2,BBB,1962,1963,1962,4
7,1,2,BBB,1,AAA,1962,1963,1963,5
8,1,1,AAA,3,CCC,1970,1970,1970,3
9,1,1,AAA,3,CCC,1938,1939,1939,5
""",
    "state_year_formatv3.csv": """ccode,year,state,AAA_B,OBS
1,1940,aland,1,0
1,1945,aland,1,0
1,1950,aland,0,3
1,2013,aland,1,3
1,2014,aland,1,2
2,1945,beland,1,-9
2,2014,beland,1,-1
""",
    "igo_year_formatv3.csv": "ioname\torgname\tyear\taland\n".encode() + "AAA_B\tUnion of Aland\t2014\t1\nOBS\t".encode()
    + "P\u00f4le d'\u00e9change".encode("mac_roman") + "\t2014\t3\n".encode(),
    "atop5_1dy.csv": """dyad,mem1,mem2,year,atopally,defense,offense,neutral,nonagg,consul,shareob
1002,1,2,1945,1,1,0,0,0,0,0
1002,1,2,1950,1,0,0,1,1,0,0
1002,1,2,1951,1,1,0,0,1,1,0
1002,1,2,1952,1,1,0,0,0,0,0
1002,1,2,1955,1,1,0,0,0,0,0
1003,1,3,2018,1,0,0,0,0,1,0
""",
    "tss_rivalries.csv": '''"tssr_id","rivalry","ccode1","ccode2","start","end","positional"
1,"Aland-Beland",1,2,"P1816",2020,1
2,"Beland-Celand",2,3,1950,1989,1
3,"Aland-Deland",1,4,1816,1870,1
''',
    "cow_capitals.csv": '''"ccode","statenme","capital","styear","endyear","lat","lng"
1,"Aland","Old Town",1816,1900,1,1
1,"Aland","New Town",1900,2016,10.5,20.25
2,"Beland","Béville",1816,2016,11,21
''',
}

EXPECTED = {
    "countries.csv": ["AAA,Aland,New Town,10.5,20.25,1816-01-01,", "BBB,Beland,Béville,11,21,1816-01-01,1958-02-01",
                      "BBB,Beland,Béville,11,21,1961-09-29,", "CCC,Celand,,,,1920-01-10,1990-10-02"],
    "capability.csv": ["AAA,0.139352,global,2015,2015", "AAA,0.133,global,2016,", "BBB,0.0000095,,2016,"],
    "borders.csv": ["AAA,BBB,1920-01-01,1958-02-28", "AAA,BBB,1961-09-01,"],
    "alliances.csv": ["AAA,BBB,alliance,0.3,high,1950,1950,atop", "AAA,BBB,alliance,0.8,high,1951,1952,atop",
                      "AAA,BBB,alliance,0.8,high,1955,1955,atop", "AAA,CCC,alliance,0.4,high,2018,,atop"],
    "rivalries.csv": ["AAA,BBB,rivalry,rivals,high,1816,,tss,Aland-Beland",
                      "BBB,CCC,rivalry,rivals,high,1950,1989,tss,Beland-Celand"],
    "disputes.csv": ["AAA,BBB,dispute,war,high,1962,1963,5,mid,dispute 7"],
    "organisations.csv": ["igo-aaa_b,Union of Aland,limited,low,1946,", "igo-obs,Pôle d'échange,limited,low,1950,"],
    "memberships.csv": ["igo-aaa_b,AAA,member,1946,1949,cow-igo", "igo-aaa_b,AAA,member,2013,,cow-igo",
                        "igo-aaa_b,BBB,member,2014,,cow-igo", "igo-obs,AAA,observer,1950,1950,cow-igo",
                        "igo-obs,AAA,observer,2013,2013,cow-igo", "igo-obs,AAA,partner,2014,,cow-igo"],
}


def _originals(bench, **changed):
    for name, text in {**ORIGINALS, **changed}.items():
        if text is not None:
            bench.write(f"originals/{name}", text)


def _make(bench):
    return subprocess.run([sys.executable, EXAMPLE / "make-tables", bench.path("originals"), bench.path("tables")],
                          capture_output=True, text=True, timeout=60)


def _refused(bench, *pieces):
    made = _make(bench)
    equal(made.returncode, 1, f"exit status of make-tables, which says {made.stderr!r}")
    for piece in pieces:
        contains(made.stderr, piece, "what make-tables says")
    check("Traceback" not in made.stderr, made.stderr)


def tables_are_made_from_the_originals(bench):
    _originals(bench)
    made = _make(bench)
    equal(made.returncode, 0, f"exit status of make-tables, which says {made.stderr!r}")
    equal(sorted(path.name for path in bench.path("tables").iterdir()), sorted(EXPECTED), "tables")
    for name, rows in EXPECTED.items():
        equal(bench.path(f"tables/{name}").read_text(encoding="utf-8").splitlines()[1:], rows, name)


def directed_alliances_will_do(bench):
    directed = ORIGINALS["atop5_1dy.csv"].replace("dyad,mem1,mem2", "ddyad,stateA,stateB")
    _originals(bench, **{"atop5_1dy.csv": None, "ATOP 5.1 (.csv)/atop5_1ddyr.csv": directed})
    equal(_make(bench).returncode, 0, "exit status of make-tables")
    equal(bench.path("tables/alliances.csv").read_text().splitlines()[1:], EXPECTED["alliances.csv"], "alliances.csv")


def a_missing_original_is_named_with_where_it_is_published(bench):
    _originals(bench, **{"contdir.csv": None, "tss_rivalries.csv": None})
    _refused(bench, "contdir.csv: Direct Contiguity", "https://correlatesofwar.org/data-sets/direct-contiguity/",
             "tss_rivalries.csv", "peacesciencer")


def another_heading_is_told(bench):
    _originals(bench, **{"contdir.csv": ORIGINALS["contdir.csv"].replace("conttype", "kind")})
    _refused(bench, "contdir.csv: there is no column 'conttype'", "statelno, statelab")


def a_number_that_is_none_is_told_with_its_line(bench):
    _originals(bench, **{"contdir.csv": ORIGINALS["contdir.csv"].replace("196109", "Sept 1961")})
    _refused(bench, "contdir.csv:3: 'Sept 1961' in the column 'begin' is no whole number")


def a_row_cut_off_is_told_with_its_line(bench):
    _originals(bench, **{"majors2016.csv": ORIGINALS["majors2016.csv"] + "AAA,1\n"})
    _refused(bench, "majors2016.csv:4: the row has 2 cells, the header 9")


def the_model_reads_the_tables(bench):
    _originals(bench)
    equal(_make(bench).returncode, 0, "exit status of make-tables")
    report = bench.good("check", EXAMPLE, "--data", bench.path("tables"))
    contains(report.text, "3 countries and 2 organisations", "check")
    pair = bench.result("show", EXAMPLE, "AAA", "BBB", "--data", bench.path("tables"), "--as-of", "1963")
    check(pair["tension"] > 0.5, f"tension in 1963: {pair['tension']}")


def a_backtest_runs_on_it(bench):
    _originals(bench)
    equal(_make(bench).returncode, 0, "exit status of make-tables")
    cases = bench.write("cases.csv", "case,year,a,b,brokers\nborder war,1964,AAA,BBB,CCC\nlate,2000,AAA,BBB,CCC\n")
    result = bench.result("backtest", EXAMPLE, cases, "--data", bench.path("tables"))
    equal([case["rank"] for case in result["cases"]], [1], "ranks")
    equal([case["case"] for case in result["skipped"]], ["late"], "skipped")


if __name__ == "__main__":
    run_cases(cases_of(sys.modules[__name__]), sys.argv[1])
