// Builds the base map: `npm run basemap`. Same source, same bytes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode } from './encode.mjs';
import { picture } from './picture.mjs';
import { WEST } from './mercator.mjs';
import { simplify } from './simplify.mjs';
import { readWorld } from './topology.mjs';

/** The map of the widgets: sharp up to zoom 4, where one unit of the grid is one pixel. */
const WIDGET = { units: 4096, point: 9, ring: 10, shape: 16 };
/** The picture of the pages without scripts, drawn about 1,000 pixels wide from a grid twice as fine. */
const PICTURE = { units: 2000, point: 3, ring: 4, shape: 8 };

/** @param {import('./simplify.mjs').Simplified} world */
function moduleText(world) {
  const { shapes, contested } = encode(world);
  const data = { units: world.units, west: WEST, shapes, points: world.points, contested };
  return `// Made by scripts/basemap/build.mjs from Natural Earth; do not edit.\nexport const WORLD = ${JSON.stringify(data)};\n`;
}

/** @returns {Record<string, string>} path in the repository -> contents */
export function outputs() {
  const world = readWorld();
  return {
    'widgets/src/basemap/world.js': moduleText(simplify(world, WIDGET)),
    'widgets/data/world.json': `${JSON.stringify(picture(simplify(world, PICTURE)))}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(outputs())) writeFileSync(new URL(`../../${path}`, import.meta.url), text);
