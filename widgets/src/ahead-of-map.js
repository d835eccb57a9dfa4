/** Imported before the map: see `askAhead`. */
import { askAhead } from './shared/ahead.js';

askAhead();
