// Builds the base map: `npm run basemap`. Same source, same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode } from './encode.mjs';
import { picture } from './picture.mjs';
import { WEST } from './mercator.mjs';
import { simplify } from './simplify.mjs';
import { cutTiles, tileTexts, versionOf } from './tiles.mjs';
import { readWorld } from './topology.mjs';

/** The map of the widgets: sharp up to zoom 4, where one unit of the grid is one pixel. */
const WIDGET = { units: 4096, point: 9, ring: 10, shape: 16 };
/** The picture of the pages without scripts, drawn about 1,000 pixels wide from a grid twice as fine. */
const PICTURE = { units: 2000, point: 3, ring: 4, shape: 8 };

/** What comes when somebody looks closely: sharp up to zoom 6. With every point of the source a wide frame takes too much. */
const TILES = { units: 16384, point: 3, ring: 4, shape: 16 };

const TILES_FOLDER = 'widgets/src/basemap/tiles';

/** @param {import('./simplify.mjs').Simplified} world */
function moduleText(world) {
  const { shapes, contested } = encode(world);
  const data = { units: world.units, west: WEST, shapes, points: world.points, contested };
  return `// Made by scripts/basemap/build.mjs from Natural Earth; do not edit.\nexport const WORLD = ${JSON.stringify(data)};\n`;
}

/** @param {Record<string, string>} texts name of a tile -> contents */
function indexText(texts) {
  const index = { version: versionOf(texts), tiles: Object.keys(texts) };
  return `// Made by scripts/basemap/build.mjs; do not edit.\nexport const INDEX = ${JSON.stringify(index)};\n`;
}

/** @returns {Record<string, string>} path in the repository -> contents */
export function outputs() {
  const world = readWorld();
  const tiles = tileTexts(cutTiles(simplify(world, TILES)));
  return {
    ...Object.fromEntries(Object.entries(tiles).map(([name, text]) => [`${TILES_FOLDER}/${name}.json`, text])),
    'widgets/src/basemap/tile-index.js': indexText(tiles),
    'widgets/src/basemap/world.js': moduleText(simplify(world, WIDGET)),
    'widgets/data/world.json': `${JSON.stringify(picture(simplify(world, PICTURE)))}\n`,
  };
}

const inRepository = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(inRepository(TILES_FOLDER), { recursive: true, force: true });
  mkdirSync(inRepository(TILES_FOLDER));
  for (const [path, text] of Object.entries(outputs())) writeFileSync(inRepository(path), text);
}
