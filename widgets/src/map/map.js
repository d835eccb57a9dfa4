/** Registers `<defenders-map>`. */
import { define } from '../shared/element.js';
import { DefendersMap } from './map-element.js';

define('defenders-map', DefendersMap);
