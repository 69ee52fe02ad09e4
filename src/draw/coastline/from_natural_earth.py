#!/usr/bin/env python3
"""The outline of the world's land in the form that the map draws.

    from_natural_earth.py land-110m.json > land.txt

Takes Natural Earth's land at 1:110 m, either as TopoJSON (`land-110m.json` of the npm package world-atlas) or as
GeoJSON (`ne_110m_land.geojson`). Each line is a ring: `land` or `sea` (water inside land), then longitude and latitude
in hundredths of a degree, each point but the first as its step from the one before. Rings run on across the date line,
past 180 degrees; the one round the pole is closed along it.
"""
import json
import sys


def unpacked_arcs(topology):
    """The shared arcs in degrees."""
    (scale_x, scale_y), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + low))
        yield points


def joined(indices, arcs):
    ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring


def parts(geometry, ring_of):
    polygons = geometry["arcs" if "arcs" in geometry else "coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield [ring_of(ring) for ring in polygon]


def polygons_of(data):
    """Lists of rings: the shore, then the waters inside."""
    if data["type"] == "Topology":
        arcs = list(unpacked_arcs(data))
        for geometry in data["objects"]["land"]["geometries"]:
            yield from parts(geometry, lambda ring: joined(ring, arcs))
    else:
        for feature in data["features"]:
            yield from parts(feature["geometry"], lambda ring: [tuple(point[:2]) for point in ring])


def run_on(ring):
    """Without leaps at the date line."""
    points = [ring[0]]
    for x, y in ring[1:]:
        while x - points[-1][0] > 180:
            x -= 360
        while x - points[-1][0] < -180:
            x += 360
        points.append((x, y))
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = 90 if points[0][1] > 0 else -90
        points += [(points[-1][0], pole), (points[0][0], pole)]
    return points


def line_of(kind, ring):
    words, before = [kind], (0, 0)
    for x, y in run_on(ring):
        point = (round(100 * x), round(100 * y))
        if len(words) > 1 and point == before:
            continue
        words += [str(point[0] - before[0]), str(point[1] - before[1])]
        before = point
    return " ".join(words)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    for shore, *waters in polygons_of(data):
        print(line_of("land", shore))
        for water in waters:
            print(line_of("sea", water))


if __name__ == "__main__":
    main()
