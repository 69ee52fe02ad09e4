# Shared by examples/run, tests/run and tests/bench/run: installs what is missing (Debian 12) and builds. To be sourced with bash.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(g++ cmake ninja-build pkg-config libboost-graph-dev libboost-program-options-dev libgraphviz-dev graphviz
    libyaml-cpp-dev libfmt-dev nlohmann-json3-dev libutf8proc-dev libfontconfig-dev libmd-dev coinor-libcbc-dev
    librandom123-dev libtbb-dev doctest-dev fonts-noto-core)
test_packages=(python3 python3-yaml python3-jsonschema python3-networkx python3-igraph libxml2-utils
    poppler-utils locales clang-format groff fish zsh chromium chromium-driver python3-selenium)
bench_packages=(time python3 python3-networkx libbenchmark-dev libigraph-dev libcsv-dev)

# install_missing PACKAGE...: nothing is asked of the package manager where all are there.
install_missing() {
    local package missing=()
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    echo "installing: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [CMAKE OPTION...]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    local folder=$root/build
    [ "$preset" = release ] || folder=$root/build-$preset
    (cd "$root" && { [ -f "$folder/build.ninja" ] && [ $# -eq 0 ] || cmake --preset "$preset" "$@" >/dev/null; } &&
        cmake --build --preset "$preset" >"$folder/build.log" 2>&1) || {
        tail -40 "$folder/build.log" >&2
        return 1
    }
}
