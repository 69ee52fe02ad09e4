"""A row of the table: what was measured, ours, the peer's, the ratio, and whether it is what is asked."""
from dataclasses import dataclass

HEADS = ["what", "size", "entente", "peer", "ratio", "asked", ""]


@dataclass
class Row:
    what: str
    size: str = ""
    ours: str = ""
    peer: str = ""
    ratio: float | None = None
    asked: str = ""
    holds: bool | None = None

    @property
    def cells(self):
        ratio = "" if self.ratio is None else f"{self.ratio:.3g}" if self.ratio < 100 else f"{self.ratio:.0f}"
        verdict = {None: "", True: "holds", False: "does not hold"}[self.holds]
        return [self.what, self.size, self.ours, self.peer, ratio, self.asked, verdict]

    def __str__(self):
        return "; ".join(cell for cell in self.cells if cell)


def at_most(what, size, ours, peer, ratio, limit):
    return Row(what, size, ours, peer, ratio, f"at most {limit:g}", ratio <= limit)


def at_least(what, size, ours, peer, ratio, limit):
    return Row(what, size, ours, peer, ratio, f"at least {limit:g}", ratio >= limit)


def seconds(value):
    """Three digits in the unit that suits."""
    for unit, factor in [("s", 1), ("ms", 1e3), ("µs", 1e6)]:
        if value * factor >= 1 or unit == "µs":
            return f"{value * factor:.3g} {unit}" if value * factor < 100 else f"{value * factor:.0f} {unit}"


def table(rows):
    lines = [HEADS, *(row.cells for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADS))]
    text = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines]
    return "\n".join([text[0], "-" * max(map(len, text)), *text[1:]])
