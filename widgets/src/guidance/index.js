/** The guidance's module: registers its element. */
import { define } from '../shared/element.js';
import { DefendersGuidance } from './guidance-element.js';

define('defenders-guidance', DefendersGuidance);
