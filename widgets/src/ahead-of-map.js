/** Imported before the map: see `askAhead`. */
import { askAhead } from './shared/ahead.js';

try {
  askAhead();
} catch {
  // Only a head start: the map asks again.
}
