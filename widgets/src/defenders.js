/**
 * The short, lasting address. It carries the map's first module: one round trip less on a slow phone until the first
 * marker. The directory and the guidance come when one is on the page or appears later. A second copy of this script is
 * harmless, because element names are registered once. A page with a directory or guidance alone has a lighter script,
 * defenders-directory.js or defenders-guidance.js.
 */
import './ahead-of-map.js';
import './map/map.js';
import { loadOnDemand } from './shared/on-demand.js';

loadOnDemand({
  'defenders-directory': () => import('./directory/index.js'),
  'defenders-guidance': () => import('./guidance/index.js'),
});
