"""Results go to standard output or, whole or not at all, to a file."""
import os
import signal
import stat
import subprocess

from bench import REGION, Skip, check, contains, equal, plain_environment, read_json, tool

WRITERS = {
    "tensions.json": ["tensions", REGION], "brokers.md": ["brokers", REGION, "ARD", "BEL"], "clusters.csv": ["clusters", REGION],
    "show.txt": ["show", REGION, "ARD"], "check.txt": ["check", REGION, "--quiet"], "network.svg": ["draw", "network", REGION],
    "matrix.png": ["draw", "matrix", REGION], "forums.pdf": ["draw", "forums", REGION], "schema.json": ["schema"],
    "brief.html": ["brief", REGION],
}


def a_file_holds_what_standard_output_would(bench):
    for name, words in WRITERS.items():
        if words[0] == "brief":
            continue
        run = bench.good(*words, "-o", name)
        equal((run.bytes, run.errors), (b"", ""), f"what {words[0]} -o says")
        ending = name.rsplit(".", 1)[1]
        form = {"md": "markdown", "txt": None}.get(ending, ending)
        asked = ["--format", form] if form and words[0] not in ("schema", "check") else []
        equal(bench.good(*words, *asked).bytes, bench.path(name).read_bytes(), f"{name} and standard output")
    equal(bench.files(), sorted(name for name in WRITERS if name != "brief.html"), "files left")


def the_format_asked_for_wins_over_the_ending(bench):
    bench.good("tensions", REGION, "--format", "csv", "-o", "x.json")
    equal(bench.path("x.json").read_bytes(), bench.good("tensions", REGION, "--format", "csv").bytes, "x.json")
    bench.good("draw", "network", REGION, "--format", "dot", "-o", "x.png")
    check(bench.path("x.png").read_bytes().lstrip().startswith((b"graph", b"digraph", b"strict")), "x.png is no dot")


def a_folder_that_is_missing_or_none_is_3_and_nothing_is_left(bench):
    bench.write("file", "x")
    bench.path("folder").mkdir()
    for name, words in WRITERS.items():
        for target in (f"missing/{name}", f"file/{name}", f"/proc/{name}"):
            bench.run(*words, "-o", target).expect(3, name)
    bench.run("tensions", REGION, "-o", "folder").expect(3, "folder")
    bench.run("tensions", REGION, "-o", "folder/").expect(3, "folder")
    bench.run("tensions", REGION, "-o", "").expect(3)
    equal(bench.files(), ["file", "folder"], "files left")


def an_existing_file_stays_when_the_run_fails(bench):
    bad = bench.write("bad.yaml", "entente: 1\n")
    for name, words in WRITERS.items():
        old = bench.write(name, "as it was")
        if words[0] != "schema":
            bench.run(*[bad if word == REGION else word for word in words], "-o", name).expect(1)
        bench.run(*words, "-o", name, "--nonsense").expect(2)
        equal(old.read_text(), "as it was", name)


def a_file_that_does_not_fit_is_3_and_the_old_one_stays(bench):
    for name, words in WRITERS.items():
        for old in (None, "as it was"):
            if old:
                bench.write(name, old)
            done = bench.run_with_little_room(*words, "-o", name, room=100)
            said = done.stderr.decode()
            equal(done.returncode, 3, f"{name}: exit status, with {said!r}")
            contains(said, name, "what is said")
            equal(bench.files(), [name] if old else [], f"files left by {name}")
            if old:
                equal(bench.path(name).read_text(), old, name)
        bench.path(name).unlink()


def a_full_disk_is_3_and_the_old_file_stays(bench):
    disk = bench.path("disk")
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        raise Skip("a small file system cannot be mounted here")
    try:
        (disk / "old.html").write_text("as it was")
        for name in ("old.html", "new.html", "new.md"):
            bench.run("brief", REGION, "-o", f"disk/{name}").expect(3, f"disk/{name[:3]}")
        equal([path.name for path in disk.iterdir()], ["old.html"], "files on the disk")
        equal((disk / "old.html").read_text(), "as it was", "the old file")
    finally:
        tool("umount", disk)


def a_full_device_is_3(bench):
    for words in (*WRITERS.values(), ["help"], ["--version"], ["--help"], ["brokers", "--help"]):
        if words[0] == "brief":
            continue
        with open("/dev/full", "wb") as full:
            bench.run(*words, stdout=full).expect(3, "No space left")
    bench.run("tensions", REGION, "-o", "/dev/full").expect(3, "/dev/full")


def a_closed_standard_output_is_3(bench):
    for words in (["tensions", REGION], ["help"]):
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', bench.binary, *map(str, words)], cwd=bench.folder,
                              capture_output=True, env=plain_environment(), timeout=60)
        equal(done.returncode, 3, f"exit status of entente {words[0]}, its output closed")


def a_device_takes_the_bytes_and_stays_a_device(bench):
    bench.good("tensions", REGION, "-o", "/dev/null")
    check(stat.S_ISCHR(os.stat("/dev/null").st_mode), "/dev/null is no device any more")
    equal(bench.good("tensions", REGION, "--format", "json", "-o", "/dev/stdout").bytes,
          bench.good("tensions", REGION, "--format", "json").bytes, "-o /dev/stdout")


def a_link_stays_a_link_and_permissions_stay(bench):
    target = bench.write("target.json", "old")
    target.chmod(0o640)
    bench.path("link.json").symlink_to("target.json")
    bench.good("tensions", REGION, "-o", "link.json")
    check(bench.path("link.json").is_symlink(), "the link became a file")
    read_json(target.read_text())
    equal(stat.S_IMODE(target.stat().st_mode), 0o640, "permissions")
    bench.good("tensions", REGION, "-o", "new.json")
    mask = os.umask(0)
    os.umask(mask)
    equal(stat.S_IMODE(bench.path("new.json").stat().st_mode), 0o666 & ~mask, "permissions of a new file")


def names_of_all_kinds_are_written(bench):
    for name in ("with blanks & more.json", "خلاصه.json", "-dash.json", "a" * 200 + ".json"):
        bench.good("tensions", REGION, f"--output={name}")
        read_json(bench.path(name).read_text())


def a_reader_that_goes_away_is_no_fault(bench):
    done = subprocess.run(["bash", "-c", 'set -o pipefail; "$0" schema | head -1; echo ${PIPESTATUS[0]}', bench.binary],
                          capture_output=True, env=plain_environment(), timeout=60)
    check(b"internal fault" not in done.stderr, done.stderr.decode())


def the_same_bytes_on_two_runs(bench):
    questions = [["show", REGION], ["show", REGION, "ARD"], ["show", REGION, "ARD", "BEL"], ["clusters", REGION],
                 ["tensions", REGION, "--threats"], ["brokers", REGION, "ARD", "BEL"], ["brokers", REGION, "--all"],
                 ["brokers", REGION, "--broker", "DUN"], ["brokers", REGION, "ARD", "BEL", "--why", "EST"]]
    for words in questions:
        for form in ("text", "json", "csv", "markdown"):
            asked = [*words, "--format", form]
            equal(bench.good(*asked).bytes, bench.good(*asked).bytes, " ".join(map(str, asked)))
    for words in (["check", REGION], ["schema"], ["help"]):
        equal(bench.good(*words).everything, bench.good(*words).everything, words[0])


def csv_and_markdown_hold_the_rows_of_the_json(bench):
    for words, rows in ((["tensions", REGION], lambda result: result),
                        (["brokers", REGION, "ARD", "BEL"], lambda result: result["candidates"]),
                        (["brokers", REGION, "--broker", "DUN"], lambda result: result["pairs"])):
        wanted = len(rows(bench.result(*words)))
        text = bench.good(*words, "--format", "csv").bytes.decode("utf-8-sig")
        equal(len(text.splitlines()), wanted + 1, f"lines of the CSV of {words[0]}")
        widths = {line.count(",") for line in text.splitlines() if '"' not in line}
        check(len(widths) <= 1, f"{words[0]}: rows of several widths")
        equal(len(bench.result(*words, "--top", "1") if words[0] == "tensions" else rows(bench.result(*words, "--top", "1"))),
              1, f"rows of {words[0]} with --top 1")


def a_signal_while_a_file_is_written_ends_the_run_and_leaves_what_was_there(bench):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        hit = 0
        for attempt in range(12):
            bench.write("b.html", "what was there")
            run = subprocess.Popen([bench.binary, "brief", str(REGION), "--draws", "0", "-o", "b.html"], cwd=bench.folder,
                                   env=plain_environment(), stderr=subprocess.DEVNULL)
            while run.poll() is None and not any(name.startswith(".entente-") for name in os.listdir(bench.folder)):
                pass
            run.send_signal(number)
            status = run.wait(timeout=60)
            check(status in (0, -number), f"signal {number} gave status {status}")
            equal(bench.files(), ["b.html"], f"files left after signal {number}")
            text = bench.path("b.html").read_text(encoding="utf-8")
            check(text == "what was there" or text.rstrip().endswith("</html>"), "half a page")
            hit += status == -number
        if hit == 0:
            raise Skip(f"signal {number} never came while the file was written")


def a_signal_that_is_ignored_stays_ignored(bench):
    command = [bench.binary, "brief", str(REGION), "-o", "b.html"]
    run = subprocess.Popen(command, cwd=bench.folder, env=plain_environment(), stderr=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    run.send_signal(signal.SIGHUP)
    equal(run.wait(timeout=60), 0, "status")
    equal(bench.files(), ["b.html"], "files left")
