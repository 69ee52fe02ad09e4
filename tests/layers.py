#!/usr/bin/env python3
"""Dependencies point one way: reads the includes and fails where a room reaches for one it must not know, or where two
rooms define a type of one name."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOWS = {
    "model": set(),
    "read": {"model"},
    "graph": {"model"},
    "analysis": {"graph", "model"},
    "draw": {"analysis", "graph", "model"},
    "write": {"analysis", "graph", "model"},
    "cli": {"write", "draw", "analysis", "graph", "read", "model"},
}
# Libraries that live in one room only: a pattern of their headers, and the rooms that may include them.
LIBRARIES = {
    r"graphviz/|cgraph\.h|gvc\.h|gvplugin": {"draw"},
    r"yaml-cpp/": {"read"},
    r"fontconfig/": {"draw"},
    r"boost/graph/": {"graph"},
    r"boost/program_options": {"cli"},
    r"nlohmann/": {"write"},
    r"Cbc|Osi|Clp|Coin|Random123/|oneapi/|tbb/": {"analysis"},
    r"utf8proc\.h": {"model"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def faults_of(path, room):
    for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
        public = re.fullmatch(r"entente/(\w+)\.hpp", header)
        private = re.match(r"(\w+)/", header)
        other = public.group(1) if public else private.group(1) if private and private.group(1) in KNOWS else None
        if other and other != room and other not in KNOWS[room]:
            yield f"{path.relative_to(ROOT)}: {room} must not know {other} ({header})"
        for pattern, rooms in LIBRARIES.items():
            if re.match(pattern, header) and room not in rooms:
                yield f"{path.relative_to(ROOT)}: {header} belongs in {', '.join(sorted(rooms))} only"


def types_of(path):
    """Names of the types that a file defines where another file could define them, too."""
    scopes = []
    for line in path.read_text(encoding="utf-8").splitlines():
        opened = re.match(r"namespace ?([\w:]*) ?\{", line)
        defined = re.match(r"(?:struct|class|enum class) (\w+)\b[^;]*$", line)
        if opened:
            scopes.append(opened.group(1))
        elif line.startswith("}  // namespace") and scopes:
            scopes.pop()
        elif defined and "" not in scopes:
            yield "::".join([*scopes, defined.group(1)])


def types_defined_twice(files):
    """Two rooms that define one name differently pass the compiler and break the program."""
    homes = {}
    for path, room in files:
        for name in types_of(path):
            other, other_room = homes.setdefault(name, (path, room))
            if other_room != room:
                yield f"{path.relative_to(ROOT)}: {name} is defined in {other.relative_to(ROOT)}, too"


def main():
    files = [(path, path.stem) for path in sorted((ROOT / "include/entente").glob("*.hpp"))]
    for room in KNOWS:
        files += [(path, room) for path in sorted((ROOT / "src" / room).rglob("*.[ch]pp"))]
    unknown = [path.name for path in (ROOT / "src").iterdir() if path.name not in KNOWS]
    faults = [f"src/{name} is no room" for name in unknown]
    faults += [fault for path, room in files for fault in faults_of(path, room)]
    faults += types_defined_twice(files)
    print("\n".join(faults) or f"{len(files)} files keep to their rooms")
    sys.exit(bool(faults) or len(files) < 20)


if __name__ == "__main__":
    main()
