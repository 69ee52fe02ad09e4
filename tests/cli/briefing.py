"""The briefing: one page that needs nothing, or Markdown with its pictures beside it."""
import base64
import hashlib
import json
import re
from html.parser import HTMLParser

from bench import REGION, ROOT, check, contains, equal, tool

SCOPES = {"all": [], "actor": ["DUN"], "pair": ["ARD", "BEL"], "three": ["ARD", "BEL", "CAS"]}
HEART_OF_ASIA = ROOT / "model" / "heart-of-asia"
# Attributes that make a browser fetch.
FETCHING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href", "manifest", "ping"}
REMOTE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//)", re.I)


OWN_SCRIPT = (ROOT / "src" / "write" / "brief.js").read_text(encoding="utf-8")
DATA_BLOCK = {"type": "application/json", "id": "standings"}


class Page(HTMLParser):
    """Every element with its attributes, the words between them, and what each script holds."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.words, self.scripts = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag == "script":
            self.scripts.append((dict(attributes), ""))

    def handle_data(self, data):
        if self.cdata_elem == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        else:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def _page(bench, *words):
    bench.good("brief", *words, "-o", "b.html")
    return bench.path("b.html")


def faults_of_page(page):
    """Whatever runs but the page's own script, or is fetched."""
    for attributes, content in page.scripts:
        if attributes == DATA_BLOCK:
            json.loads(content)
        elif attributes or content != OWN_SCRIPT:
            yield f"a script {attributes} {content[:80]!r}"
    if len(page.scripts) > 2:
        yield f"{len(page.scripts)} scripts"
    for tag, attributes in page.elements:
        if tag in ("iframe", "object", "embed", "base", "frame", "applet", "form"):
            yield f"an element {tag}"
        for name, value in attributes.items():
            value = value or ""
            if name.startswith("on"):
                yield f"a handler {name}={value!r}"
            if name in FETCHING and REMOTE.match(value) and not value.startswith("data:image/"):
                yield f"{tag} {name}={value!r}"
            if name == "href" and tag != "a" and not value.startswith(("#", "data:")):
                yield f"{tag} href={value!r}"
            if name == "href" and not re.match(r"#|https?://", value):
                yield f"{tag} href={value!r}"
            if re.search(r"url\(\s*['\"]?(?!#|data:)", value):
                yield f"{tag} {name}={value!r}"


def every_page_is_sound_markup(bench):
    for scope, words in SCOPES.items():
        path = _page(bench, REGION, *words)
        tool("xmllint", "--noout", path)
        text = path.read_text(encoding="utf-8")
        check(text.lower().startswith("<!doctype html"), f"{scope}: no HTML")
        page = Page(text)
        identities = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        doubled = {one for one in identities if identities.count(one) > 1}
        equal(doubled, set(), f"{scope}: ids used twice")
        for tag, attributes in page.elements:
            if tag == "a" and attributes.get("href", "").startswith("#"):
                check(attributes["href"][1:] in identities, f"{scope}: a link to nowhere, {attributes['href']}")


def a_page_runs_its_own_script_alone_and_fetches_nothing(bench):
    for scope, words in SCOPES.items():
        text = _page(bench, REGION, *words).read_text(encoding="utf-8")
        equal(list(faults_of_page(Page(text))), [], scope)
        for style in re.findall(r"<style[^>]*>(.*?)</style>", text, re.S):
            check("@import" not in style and not re.search(r"url\(\s*['\"]?(?!#|data:)", style), f"{scope}: style fetches")


def a_page_forbids_everything_else(bench):
    page = Page(_page(bench, REGION).read_text(encoding="utf-8"))
    policies = [attributes["content"] for tag, attributes in page.elements
                if tag == "meta" and attributes.get("http-equiv", "").lower() == "content-security-policy"]
    equal(len(policies), 1, "policies")
    contains(policies[0], "default-src 'none'", "the policy")
    known = base64.b64encode(hashlib.sha256(OWN_SCRIPT.encode("utf-8")).digest()).decode()
    equal(re.findall(r"script-src ([^;]*);", policies[0]), [f"'sha256-{known}'"], "what may run")
    check("unsafe" not in policies[0], policies[0])


def a_page_says_language_title_and_width(bench):
    page = Page(_page(bench, REGION).read_text(encoding="utf-8"))
    tags = dict(reversed(page.elements))
    equal(tags["html"].get("lang"), "en", "language")
    check(any(tag == "meta" and attributes.get("name") == "viewport" for tag, attributes in page.elements), "no viewport")
    check(any(tag == "meta" and attributes.get("charset", "").lower() == "utf-8" for tag, attributes in page.elements),
          "no charset")
    check("title" in tags and "h1" in tags, "no title")


def a_briefing_holds_the_answer_and_what_it_rests_on(bench):
    bench.good("brief", REGION, "-o", "b.md")
    page = Page(_page(bench, REGION).read_text(encoding="utf-8")).text
    for form, text in (("HTML", page), ("Markdown", bench.path("b.md").read_text(encoding="utf-8").replace("\\", ""))):
        for piece in ("The Three Rivers & the Uplands", "TLP:GREEN", "2020", "Belmark & Isles", "Ardania", "Ford Talks",
                      "no. 15", "Atlas of the Three Rivers", "The ford must stay open & unguarded",
                      "Decisions need the consent of every member", "Spring floods", "دونه‌سر"):
            contains(text.replace("&amp;", "&") if form == "Markdown" else text, piece, form)


def a_briefing_answers_first(bench):
    """Who can broker the sharpest pair that anyone can, before the first table."""
    text = _page(bench, REGION).read_text(encoding="utf-8")
    before = Page(text[:text.index("<table")] if "<table" in text else text).text
    check("DUN" in before or "دونه‌سر" in before, f"before the first table: {before[:1500]!r}")


def the_pair_asked_for_is_the_briefing(bench):
    page = Page(_page(bench, REGION, "ARD", "BEL").read_text(encoding="utf-8")).text
    contains(page, "Ardania", "the pair")
    whole = Page(_page(bench, REGION).read_text(encoding="utf-8")).text
    check(len(page) < len(whole), "the briefing on a pair is as long as the whole one")


def emphasis_in_markdown_is_closed(bench):
    """A blank inside its stars leaves the stars standing."""
    for scope, words in SCOPES.items():
        bench.good("brief", REGION, *words, "-o", "b.md")
        for line in bench.path("b.md").read_text(encoding="utf-8").splitlines():
            for at, piece in enumerate(line.split("**")):
                check(at % 2 == 0 or piece == piece.strip(), f"{scope}: stars stay in {line[:120]!r}")


def pictures_of_markdown_are_there(bench):
    for scope, words in SCOPES.items():
        bench.path(scope).mkdir()
        bench.good("brief", REGION, *words, "-o", f"{scope}/b.md")
        text = bench.path(f"{scope}/b.md").read_text(encoding="utf-8")
        linked = re.findall(r"!\[([^\]]*)\]\(<?([^)>]+)>?\)", text)
        check(linked, f"{scope}: no picture")
        for words_instead, target in linked:
            check(words_instead.strip(), f"{scope}: {target} has no words in its place")
            path = bench.path(scope) / target.replace("%20", " ")
            check(path.is_file(), f"{scope}: {target} is missing")
            tool("xmllint", "--noout", path)
        there = {str(path.relative_to(bench.path(scope))) for path in bench.path(scope).rglob("*.svg")}
        equal(there - {target for _, target in linked}, set(), f"{scope}: pictures that nothing shows")


def markdown_of_a_name_with_blanks_finds_its_pictures(bench):
    bench.good("brief", REGION, "-o", "my briefing (1).md")
    text = bench.path("my briefing (1).md").read_text(encoding="utf-8")
    folder = next(path for path in bench.folder.iterdir() if path.is_dir())
    for line in re.findall(r"!\[.*", text):
        target = re.search(r"\]\((<[^>]*>|\S+)\)\s*$", line)
        check(target, f"no Markdown reader finds the picture of {line!r}")
        name = target.group(1).strip("<>").replace("%20", " ").replace("%28", "(").replace("%29", ")")
        check((bench.folder / name).is_file(), f"{name} is missing; there is {folder.name}")


def the_same_briefing_on_two_runs(bench):
    for scope, words in SCOPES.items():
        first = _page(bench, REGION, *words).read_bytes()
        check(_page(bench, REGION, *words).read_bytes() == first, f"{scope}: the page differs")
        bench.path(scope).mkdir()
        contents = []
        for _ in range(2):
            bench.good("brief", REGION, *words, "-o", f"{scope}/b.md")
            contents.append({path.name: path.read_bytes() for path in bench.path(scope).rglob("*") if path.is_file()})
        check(contents[0] == contents[1], f"{scope}: the Markdown differs")


def tables_have_headings(bench):
    page = Page(_page(bench, REGION).read_text(encoding="utf-8"))
    tags = [tag for tag, _ in page.elements]
    check(tags.count("th") >= tags.count("table") > 0, f"{tags.count('table')} tables, {tags.count('th')} headings")
    scopes = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
    check(all(scopes), "a heading without a scope")
    images = [attributes for tag, attributes in page.elements if tag in ("img", "svg")]
    check(images and all(one.get("alt") or one.get("aria-label") or one.get("aria-hidden") == "true"
                         for one in images), "a picture without words")


def notes_are_quiet_and_whiskers_are_drawn(bench):
    text = _page(bench, REGION).read_text(encoding="utf-8")
    style = "".join(re.findall(r"<style[^>]*>(.*?)</style>", text, re.S))
    rules = [(set(re.split(r",\s*", names.strip())), body) for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style)]

    def declared(name):
        return "".join(body for names, body in rules if name in names)

    for name in (".note", ".quiet", ".legend"):
        check("color: var(--quiet)" in declared(name), f"{name} is not quiet")
    for name in (".whisker .span", ".whisker .axis"):
        check("stroke:" in declared(name), f"{name} is not drawn")
    check('class="whisker"' in text, "no whisker")


def a_lens_reaches_the_briefing(bench):
    whole = _page(bench, REGION).read_bytes()
    dated = Page(_page(bench, REGION, "--as-of", "2010").read_text(encoding="utf-8")).text
    check("2010" in dated and dated.encode() != whole, "the date of the lens")


def the_heart_of_asia_is_briefed(bench):
    path = _page(bench, HEART_OF_ASIA)
    tool("xmllint", "--noout", path)
    page = Page(path.read_text(encoding="utf-8"))
    equal(list(faults_of_page(page)), [], "faults")
    check(path.stat().st_size < 20_000_000, f"{path.stat().st_size} bytes are no page to send")
