"""The briefing page in a real browser (Debian's chromium and chromium-driver, python3-selenium)."""
import atexit
import json
import re
import shutil
import subprocess
import time
from functools import cache

from bench import REGION, ROOT, Skip, check, contains, equal, tool

HEART_OF_ASIA = ROOT / "model" / "heart-of-asia"
COMPONENTS = ["access", "leverage", "convening", "parity", "detachment", "standing"]


@cache
def _driver():
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        raise Skip("chromium or chromium-driver is not installed")
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.options import Options
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        raise Skip("python3-selenium is not installed") from None
    options = Options()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1400"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
    atexit.register(driver.quit)
    return driver


class Browser:
    """A page that is open, and what it says on its console."""

    def __init__(self, path):
        self.driver = _driver()
        self.driver.get(f"file://{path}")

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def slide(self, component, value):
        self.run("const slider = document.getElementById(arguments[0]); slider.value = arguments[1];"
                 "slider.dispatchEvent(new Event('input'))", f"weight-{component}", value)

    def weights(self):
        return [float(output.get_attribute("textContent")) for output in self.all(".sliders output")]

    def order(self, pair):
        """Id, rank and score of each candidate, as the part of the pair lists them."""
        return [tuple(row) for row in self.run(
            "return [...document.querySelectorAll('table[data-pair]')].filter(table => table.dataset.pair === arguments[0])"
            ".flatMap(table => [...table.tBodies[0].rows]).map(row => [row.dataset.key,"
            "row.querySelector('[data-mark=rank]').textContent, row.querySelector('[data-mark=total]').textContent])", pair)]

    def console(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]


def _open(bench, *words):
    bench.good("brief", *words, "-o", "b.html")
    return Browser(bench.path("b.html"))


def _moved(weights, moved, value):
    """One weight at a new value; the others keep their proportions, or share alike where they have none."""
    others = 1 - weights[moved]
    share = [weight / others if others > 1e-9 else 1 / (len(weights) - 1) for weight in weights]
    return [value if at == moved else share[at] * (1 - value) for at in range(len(weights))]


def _order_by_the_program(bench, parties, weights):
    """What the program ranks with a profile of these weights."""
    model = (REGION / "model.yaml").read_text(encoding="utf-8")
    profile = ", ".join(f"{name}: {weight:.15f}" for name, weight in zip(COMPONENTS, weights, strict=True))
    shutil.copytree(REGION, bench.path("other"), dirs_exist_ok=True)
    pattern = re.compile(r"^profiles:.*\n(?: .*\n)*", re.M)
    bench.write("other/model.yaml", pattern.sub("", model) + f"\nprofiles: {{own: {{{profile}}}}}\n")
    found = bench.result("brokers", "other", *parties, "--profile", "own", "--draws", "0")["candidates"]
    return [(candidate["id"], str(candidate["rank"]), f"{candidate['score']:.2f}") for candidate in found]


def a_page_opens_in_silence(bench):
    began = time.monotonic()
    page = _open(bench, HEART_OF_ASIA, "--only", "focus=region")
    check(time.monotonic() - began < 60, "it took a minute to write and open")
    equal(page.console(), [], "console")
    check(page.one("#controls").is_displayed(), "no controls")


def a_slider_ranks_as_the_program_does_with_those_weights(bench):
    page = _open(bench, REGION)
    pair = ("ARD", "BEL")
    own = page.order("pair:ARD:BEL")
    check(len(own) > 2, f"too few candidates: {own}")
    weights = [0.4, 0.4, 0.2, 0, 0, 0]
    for component, value in (("access", 0), ("leverage", 100), ("detachment", 50), ("parity", 20), ("standing", 35)):
        page.slide(component, value)
        weights = _moved(weights, COMPONENTS.index(component), value / 100)
        equal(page.weights(), [round(weight + 1e-12, 2) for weight in weights], "the weights shown")
        equal(page.order("pair:ARD:BEL"), _order_by_the_program(bench, pair, weights), f"{component} at {value} %")
        contains(page.one("#controls details .note").get_attribute("textContent"), "Your weights, not the model’s", "the note")
    page.run("document.querySelector('#controls details').open = true")
    page.one("#controls button").click()
    equal(page.order("pair:ARD:BEL"), own, "after the way back")
    contains(page.one("#controls details .note").get_attribute("textContent"), "profile balanced", "the note")
    equal(page.console(), [], "console")


def the_first_of_the_answer_and_the_matrix_follow_the_weights(bench):
    page = _open(bench, HEART_OF_ASIA, "--only", "focus=region", "--draws", "0")
    before = page.one("#answer tr[data-key='pair:AFG:TLB'] [data-mark=who]").text
    page.slide("access", 100)
    first = page.order("pair:AFG:TLB")[0]
    name = page.run("return document.querySelector(`table[data-pair='pair:AFG:TLB'] tr[data-key='${arguments[0]}'] th`).textContent",
                    first[0])
    contains(page.one("#answer tr[data-key='pair:AFG:TLB'] [data-mark=who]").text, f"{name}, {first[2]}", "the answer")
    contains(page.one("#matrix tr[data-key='pair:AFG:TLB'] [data-mark=first]").get_attribute("textContent"), name, "the matrix")
    page.run("document.querySelector('#controls button').click()")
    equal(page.one("#answer tr[data-key='pair:AFG:TLB'] [data-mark=who]").text, before, "the answer after the way back")


def names_are_found_whatever_their_accents(bench):
    page = _open(bench, HEART_OF_ASIA, "--only", "focus=region", "--draws", "0")
    parts = page.all("#pairs > section")
    box = page.one("#search")
    box.send_keys("tajikistan–uzbekistan")
    shown = [part for part in parts if part.is_displayed()]
    equal([part.find_element("css selector", "h3").text for part in shown], ["Tajikistan–Uzbekistan"], "parts shown")
    contains(page.one("#controls .note").text, f"1 of {len(parts)}", "what is said")
    equal(len([row for row in page.all("#answer tbody tr") if row.is_displayed()]), 1, "rows of the answer")
    box.clear()
    box.send_keys("x", "\ue003")  # a letter, taken back
    equal(len([part for part in parts if part.is_displayed()]), len(parts), "parts shown again")


def tables_sort_by_their_headings_and_the_keyboard_suffices(bench):
    page = _open(bench, HEART_OF_ASIA, "--only", "focus=region", "--draws", "0")
    page.run("document.querySelectorAll('#matrix details').forEach(fold => { fold.open = true; })")
    button = page.all("#matrix th button")[1]
    tensions = lambda: [float(cell.text) for cell in page.all("#matrix tbody tr td.number")]
    page.run("arguments[0].focus()", button)
    button.send_keys("\ue007")  # Enter
    button.send_keys("\ue007")
    equal(tensions(), sorted(tensions()), "tensions, ascending")
    equal(page.all("#matrix thead th")[1].get_attribute("aria-sort"), "ascending", "what a screen reader says")
    slider = page.one("#weight-access")
    page.run("document.querySelector('#controls details').open = true")
    before = page.weights()[0]
    slider.send_keys("\ue014")  # arrow to the right
    check(page.weights()[0] > before, "an arrow does not move the slider")


def a_page_prints_to_a4_without_its_controls(bench):
    bench.good("brief", REGION, "-o", "b.html")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={bench.path('b.pdf')}",
               f"file://{bench.path('b.html')}"]
    if not shutil.which("chromium"):
        raise Skip("chromium is not installed")
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", tool("pdfinfo", bench.path("b.pdf")))
    check(abs(float(size[1]) - 595) < 2 and abs(float(size[2]) - 842) < 2, f"no A4: {size[0]}")
    text = tool("pdftotext", bench.path("b.pdf"), "-")
    check("Search by name" not in text and "Weights of the score" not in text, "controls are printed")


def a_page_works_without_script(bench):
    page = bench.good("brief", REGION, "-o", "b.html") and bench.path("b.html").read_text(encoding="utf-8")
    check(re.search(r'<section id="controls"[^>]* hidden="hidden">\s*</section>', page), "controls are shown without script")


def what_stands_in_the_data_block_reads_back(bench):
    page = bench.good("brief", REGION, "--draws", "0", "-o", "b.html") and bench.path("b.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="standings">(.*?)</script>', page, re.S)[1])
    equal(data["components"], COMPONENTS, "components")
    found = bench.result("brokers", REGION, "ARD", "BEL", "--draws", "0")["candidates"]
    pair = next(pair for pair in data["pairs"] if pair["anchor"] == "pair:ARD:BEL")
    equal([(one["id"], one["parts"], one["refused"]) for one in pair["candidates"]],
          [(one["id"], [one[name] for name in COMPONENTS], bool(one["refused_by"])) for one in found], "candidates")
