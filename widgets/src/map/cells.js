/** Which tiles of the detailed base map a view shows. Pure. */
import { INDEX } from '../basemap/tile-index.js';

/** Cells in a row and in a column of the world. */
const CELLS = 16;

const TILES = new Set(INDEX.tiles);

/** @param {string} name of a cell @returns {import('./view.js').Box} */
export function boxOf(name) {
  const [x, y] = name.split('-').map((at) => Number(at) / CELLS);
  return [x, y, x + 1 / CELLS, y + 1 / CELLS];
}

/** @param {string} name @returns {string} name of its file */
export const fileOf = (name) => `tile-${name}.${INDEX.version}.json`;

/** @param {number} x world units @param {number} y */
export const cellAt = (x, y) => `${Math.floor(x * CELLS)}-${Math.floor(y * CELLS)}`;

/**
 * @param {import('./view.js').View} view
 * @param {import('./view.js').Size} size
 * @returns {string[]} cells with land, the nearest to the centre first
 */
export function cellsIn({ x, y, scale }, { width, height }) {
  const [across, down] = [width / 2 / scale, height / 2 / scale];
  const found = [];
  for (let row = Math.floor((y - down) * CELLS); row < (y + down) * CELLS; row++) {
    for (let column = Math.floor((x - across) * CELLS); column < (x + across) * CELLS; column++) {
      const name = `${column}-${row}`;
      const distance = Math.hypot((column + 0.5) / CELLS - x, (row + 0.5) / CELLS - y);
      if (TILES.has(name)) found.push({ name, distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance).map(({ name }) => name);
}
