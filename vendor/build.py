"""Takes files of npm packages into the pages' static folder (README.md beside this says which, and why).

    python vendor/build.py

Needs npm, Node and the package `antimeridian`. Writes `vendored.json` with version, licence and hashes.
"""

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import antimeridian

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "converters" / "serving" / "pages" / "static"
PACKAGES: dict[str, tuple[str, str, dict[str, str]]] = {
    "@zazuko/yasgui": (
        "4.6.2",
        "MIT",
        {"build/yasgui.min.js": "yasgui/yasgui.min.js", "build/yasgui.min.css": "yasgui/yasgui.min.css"},
    ),
    "leaflet": (
        "1.9.4",
        "BSD-2-Clause",
        {
            "dist/leaflet.js": "leaflet/leaflet.js",
            "dist/leaflet.css": "leaflet/leaflet.css",
            "LICENSE": "leaflet/LICENSE",
        },
    ),
    "world-atlas": ("2.0.2", "ISC", {"LICENSE": "outline/LICENSE"}),
    "topojson-client": ("3.1.0", "ISC", {}),
}
DISPUTED = ((32.0, 45.0, 36.8, 46.4),)
"""Boxes (west, south, east, north) in which no border is drawn."""


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [f"{package}@{version}" for package, (version, _, _) in PACKAGES.items()]
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *wanted], cwd=folder, check=True
        )
        for package, (_, _, files) in PACKAGES.items():
            for source, target in files.items():
                (STATIC / target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / "node_modules" / package / source, STATIC / target)
        (STATIC / "outline" / "outline.json").write_text(json.dumps(outline(folder), separators=(",", ":")) + "\n")
    (STATIC / "vendored.json").write_text(json.dumps(manifest(), indent=2) + "\n")


def outline(folder: Path) -> dict[str, Any]:
    """Land as polygons that stay on their side of 180°, borders as lines."""
    script = ["node", str(HERE / "outline.mjs"), str(folder)]
    found = json.loads(subprocess.run(script, capture_output=True, check=True).stdout)
    land = []
    for polygon in found["land"]["coordinates"]:
        fixed = antimeridian.fix_geojson({"type": "Polygon", "coordinates": polygon}, fix_winding=True)
        parts = fixed["coordinates"] if fixed["type"] == "MultiPolygon" else [fixed["coordinates"]]
        land += [[rounded(ring) for ring in part] for part in parts]
    borders = [rounded(line) for line in found["borders"]["coordinates"] if not any(map(disputed, line))]
    return {"land": land, "borders": borders}


def disputed(point: list[float]) -> bool:
    return any(west <= point[0] <= east and south <= point[1] <= north for west, south, east, north in DISPUTED)


def rounded(points: list[list[float]]) -> list[list[float]]:
    """Two decimals, about a kilometre; points that thereby become one are one."""
    found: list[list[float]] = []
    for lon, lat in points:
        point = [round(lon, 2), round(lat, 2)]
        if not found or found[-1] != point:
            found.append(point)
    return found


def manifest() -> list[dict[str, Any]]:
    return [
        {
            "package": package,
            "version": version,
            "licence": licence,
            "files": {target: sha256((STATIC / target).read_bytes()).hexdigest() for target in files.values()}
            | ({"outline/outline.json": digest("outline/outline.json")} if package == "world-atlas" else {}),
        }
        for package, (version, licence, files) in PACKAGES.items()
        if files
    ]


def digest(target: str) -> str:
    return sha256((STATIC / target).read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
