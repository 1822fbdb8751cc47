// Makes src/sayso/web/static/vendor from npm packages: Leaflet as it is, and the map of the world.
//
//     cd tools/vendor && npm ci && npm run build
//
// Natural Earth's shapes (world-atlas, 1:110m) cross the 180th meridian at Russia and Fiji, which a flat map
// draws as lines across the whole world. Stitching them on the sphere and projecting them again cuts them there.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { geoEquirectangular } from "d3-geo";
import { geoProject, geoStitch } from "d3-geo-projection";
import { feature } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const there = join(here, "../../src/sayso/web/static/vendor");
const packages = join(here, "node_modules");

const COPIED = [
  ["leaflet/dist/leaflet.js", "leaflet.js"],
  ["leaflet/dist/leaflet.css", "leaflet.css"],
  ["leaflet/LICENSE", "leaflet.LICENSE.txt"],
  ["world-atlas/LICENSE", "world.LICENSE.txt"],
];
const DEGREE = 180 / Math.PI;

rmSync(there, { recursive: true, force: true });
mkdirSync(there, { recursive: true });
for (const [from, to] of COPIED) copyFileSync(join(packages, from), join(there, to));
// The map file of the minified script is not shipped, and browsers would ask for it.
const script = join(there, "leaflet.js");
writeFileSync(script, readFileSync(script, "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
writeFileSync(join(there, "world.json"), JSON.stringify(world()) + "\n");
const files = readdirSync(there).sort();
writeFileSync(join(there, "SHA256SUMS"), files.map((name) => `${sum(name)}  ${name}\n`).join(""));

function world() {
  const atlas = JSON.parse(readFileSync(join(packages, "world-atlas/countries-110m.json"), "utf8"));
  const countries = feature(atlas, atlas.objects.countries);
  // A projection of one unit a radian, so that dividing by it gives degrees back.
  const flat = geoEquirectangular().scale(DEGREE).translate([0, 0]).precision(0.1);
  const features = countries.features.map((country) => {
    const { geometry } = geoProject(geoStitch(country), flat);
    return {
      type: "Feature",
      properties: { name: country.properties.name },
      geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates) },
    };
  });
  return { type: "FeatureCollection", features };
}

function rounded(place) {
  if (typeof place[0] !== "number") return place.map(rounded);
  return [Math.round(place[0] * 100) / 100, Math.round(-place[1] * 100) / 100];
}

function sum(name) {
  return createHash("sha256").update(readFileSync(join(there, name))).digest("hex");
}
