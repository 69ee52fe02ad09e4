"""Pictures in every view and format: sound files of the size asked for, the same on every run."""
import re
import struct
import subprocess
import xml.etree.ElementTree as XML

from bench import REGION, check, close, contains, equal, tool

VIEWS = {"map": [], "network": [], "clusters": [], "tensions": [], "brokers": ["ARD", "BEL"], "matrix": [],
         "ego": ["BEL"], "forums": []}
FORMATS = ("svg", "png", "pdf", "dot")
SVG = "{http://www.w3.org/2000/svg}"
# Twice the 96 dots per inch of a screen.
DOTS_PER_MM = 192 / 25.4


def _draw(bench, view, *more):
    return bench.good("draw", view, REGION, *VIEWS[view], *more)


def _words_of(svg):
    """What a reader sees, and what a screen reader is told."""
    return "\n".join(text for node in XML.fromstring(svg).iter() for text in node.itertext())


def _png_size(data):
    check(data[:8] == b"\x89PNG\r\n\x1a\n", f"no PNG: {data[:8]!r}")
    return struct.unpack(">II", data[16:24])


def every_view_is_the_same_on_two_runs_in_every_format(bench):
    for view in VIEWS:
        for form in FORMATS:
            first, second = (_draw(bench, view, "--format", form) for _ in range(2))
            equal(len(first.bytes), len(second.bytes), f"length of {view} in {form} on two runs")
            check(first.bytes == second.bytes, f"{view} in {form} differs on two runs")
            equal(first.errors, "", f"what {view} in {form} says")


def the_ending_of_the_file_decides_the_format(bench):
    for form, start in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-")):
        bench.good("draw", "network", REGION, "-o", f"x.{form}")
        check(bench.path(f"x.{form}").read_bytes().startswith(start), f"x.{form} is none")
    check(_draw(bench, "network").bytes.startswith(b"<?xml"), "without an ending it is no SVG")


def every_svg_is_valid_and_loads_nothing(bench):
    for view in VIEWS:
        path = bench.path(f"{view}.svg")
        _draw(bench, view, "-o", path)
        tool("xmllint", "--noout", path)
        text = path.read_text(encoding="utf-8")
        for reference in re.findall(r"""(?:href|src)\s*=\s*["']([^"']*)""", text) + re.findall(r"url\(([^)]*)\)", text):
            check(reference.startswith("#"), f"{view} refers to {reference}")
        check(not re.search(r"<script|\son\w+=|<foreignObject|@import", text), f"{view} holds script")


def every_svg_says_what_it_shows(bench):
    for view in VIEWS:
        root = XML.fromstring(_draw(bench, view).bytes)
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        check(title is not None and len(title.text) > 10, f"{view} has no title")
        check(description is not None and len(description.text) > 20, f"{view} has no description")


def every_picture_bears_date_marking_sources_and_names(bench):
    for view in VIEWS:
        words = _words_of(_draw(bench, view).bytes)
        for piece in ("TLP:GREEN", "2020", "Atlas of the Three Rivers"):
            contains(words, piece, view)
        check(re.search(r"\bBEL\b|Belmark", words), f"{view} names no Belmark")
        check("&amp;" not in words, f"{view} shows an escape")


def an_svg_is_as_large_as_asked(bench):
    for size, width, height in (("slide", 338.67, 190.5), ("a4", 297, 210), ("200x300", 200, 300), ("8x6in", 203.2, 152.4)):
        root = XML.fromstring(_draw(bench, "network", "--size", size).bytes)
        for side, wanted in (("width", width), ("height", height)):
            number, unit = re.fullmatch(r"([\d.]+)(pt|mm|px|in)?", root.get(side)).groups()
            millimetres = float(number) * {"pt": 25.4 / 72, "mm": 1, "in": 25.4, "px": 25.4 / 96, None: 25.4 / 96}[unit]
            close(millimetres, wanted, f"{side} of {size} in mm", tolerance=0.5)


def a_png_has_twice_the_dots_of_a_screen(bench):
    for view in VIEWS:
        for size, width, height in (("slide", 338.67, 190.5), ("a4", 297, 210)):
            seen = _png_size(_draw(bench, view, "--format", "png", "--size", size).bytes)
            for got, wanted in zip(seen, (width * DOTS_PER_MM, height * DOTS_PER_MM)):
                close(got, wanted, f"pixels of {view} as {size}, {seen}", tolerance=2)


def a_pdf_has_one_page_of_the_size_its_fonts_and_its_words(bench):
    for view in VIEWS:
        path = bench.path(f"{view}.pdf")
        _draw(bench, view, "--size", "a4", "-o", path)
        facts = tool("pdfinfo", path)
        check(re.search(r"^Pages: +1$", facts, re.M), f"{view}: {facts}")
        width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", facts).groups())
        close(width, 297 / 25.4 * 72, f"width of {view}", tolerance=1)
        close(height, 210 / 25.4 * 72, f"height of {view}", tolerance=1)
        fonts = tool("pdffonts", path).splitlines()[2:]
        check(fonts, f"{view} has no font")
        for font in fonts:
            equal(font.split()[-5], "yes", f"embedded in {view}: {font}")
        words = tool("pdftotext", path, "-")
        check("BEL" in words or "Belmark" in words, f"{view}: no name in {words[:300]!r}")


def dot_is_read_by_graphviz(bench):
    for view in VIEWS:
        path = bench.path(f"{view}.dot")
        _draw(bench, view, "-o", path)
        shown = subprocess.run(["neato", "-n2", "-Tsvg", path], capture_output=True, timeout=60)
        equal(shown.returncode, 0, f"neato on {view}, which said {shown.stderr.decode()[:300]}")
        bench.write("again.svg", shown.stdout)
        tool("xmllint", "--noout", bench.path("again.svg"))


def greyscale_has_no_colour(bench):
    for view in VIEWS:
        text = _draw(bench, view, "--greyscale").text
        for colour in set(re.findall(r"#[0-9a-fA-F]{6}\b", text)):
            channels = [int(colour[at:at + 2], 16) for at in (1, 3, 5)]
            check(max(channels) - min(channels) <= 8, f"{view}: {colour} in greyscale")
        check(_draw(bench, view).text != text, f"{view}: greyscale changes nothing")


def only_within_and_min_choose_what_is_drawn(bench):
    def names(*more):
        words = _words_of(bench.good("draw", "network", REGION, *more).bytes)
        return {name for name in ("Ardania", "Belmark", "Castovia", "Estoria", "Free Uplands") if name in words}

    everyone = names()
    check({"Ardania", "Belmark", "Castovia", "Estoria"} <= everyone, f"the network shows {everyone}")
    south = names("--only", "bank=south")
    check("Belmark" in south and "Castovia" in south, f"only the south bank: {south}")
    check("Estoria" not in south, "Estoria has no bank")
    check("Castovia" not in names("Estoria", "--within", "0"), "within 0 steps of Estoria")
    high = bench.good("draw", "network", REGION, "--min", "0.7").text
    check(high != bench.good("draw", "network", REGION).text, "--min changes nothing")


def a_lens_is_told_on_the_picture(bench):
    words = _words_of(bench.good("draw", "tensions", REGION, "--as-of", "2015-06").bytes)
    check("2015" in words and "2020" not in re.sub(r"Atlas.*", "", words), f"the date of the lens: {words[:500]!r}")


def threats_are_drawn_where_asked_for(bench):
    plain = _words_of(_draw(bench, "tensions").bytes)
    asked = _words_of(_draw(bench, "tensions", "--threats").bytes)
    check("Night Raiders" not in plain and "RAID" not in plain, "a threat among the tensions")
    check("Night Raiders" in asked or "RAID" in asked, "no threat with --threats")


def _scenario(bench):
    return bench.write("thaw.yaml", """entente: 1
scenario: The ford is opened & the Uplands come to the table
changes:
  - set_tie: {between: [ARD, BEL], layer: security, stance: strained, confidence: moderate}
  - remove_tie: {between: [ARD, CAS], layer: security}
  - set_tie: {between: [ARD, FREE], layer: security, stance: partners, confidence: low}
  - set_effectiveness: {forum: FORD, effectiveness: strong, confidence: low}
  - leave: {actor: DUN, forum: FORD}
  - add: {country: {AAA: {name: Aaland of the Outer Archipelago}}}
  - set_tie: {between: [AAA, BEL], layer: economy, stance: partners}
""")


def a_scenario_shows_what_it_changes_in_the_network(bench):
    scenario = _scenario(bench)
    words = _words_of(_draw(bench, "network", "--scenario", scenario).bytes)
    for piece in ("The ford is opened & the Uplands come to the table: ", "relations change", "Aaland", "is new",
                  "loses", "0.00 → 0.64", "tension 0.80 → 0.00", "before → after"):
        contains(words, piece, "the change")
    for form in FORMATS:
        first, second = (_draw(bench, "network", "--scenario", scenario, "--format", form) for _ in range(2))
        check(first.bytes == second.bytes, f"the change in {form} differs on two runs")


def every_other_view_names_the_scenario(bench):
    scenario = _scenario(bench)
    for view in VIEWS:
        words = _words_of(_draw(bench, view, "--scenario", scenario).bytes)
        contains(words, "scenario: The ford is opened & the Uplands come to the table", view)
        check("scenario" not in _words_of(_draw(bench, view).bytes), f"{view} without a scenario names one")


def a_scenario_that_changes_nothing_says_so(bench):
    scenario = bench.write("still.yaml", """entente: 1
scenario: All stays
changes:
  - set_tie: {between: [ARD, DUN], layer: economy, stance: close, confidence: moderate}
""")
    for view, words in (("network", "All stays: nothing changes"), ("clusters", "All stays: no side changes cluster")):
        contains(_words_of(_draw(bench, view, "--scenario", scenario).bytes), words, view)


def how_sure_a_rank_is_needs_draws(bench):
    plain = _words_of(_draw(bench, "brokers", "--draws", "0").bytes)
    drawn = _words_of(_draw(bench, "brokers").bytes)
    for words in ("of draws", "nine times in ten"):
        contains(drawn, words, "brokers")
        check(words not in plain, f"{words} without draws")
