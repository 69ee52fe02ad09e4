"""Reading the world's tables and building the graph of a year, against libcsv over the same bytes."""
from rows import at_most, seconds


def measure(machine):
    machine.need("world")
    found = machine.measure("tables/.*")
    ours, peer = found["tables/entente"], found["tables/libcsv"]
    size = f"{peer.counters['bytes'] / 1e6:.1f} MB, {peer.counters['rows']:,.0f} rows"
    yield at_most("the world read and its graph of 2014 built, against libcsv", size, seconds(ours.work),
                  seconds(peer.work), ours.work / peer.work, 5)
