/** The directory's module: registers its element, and gives the map what it needs for its own list. */
import { define } from '../shared/element.js';
import { DefendersDirectory } from './directory-element.js';

export { fetchDirectory } from '../shared/directory-data.js';
export { mountDirectory } from './directory.js';
export { teachDirectoryWords } from './strings.js';

define('defenders-directory', DefendersDirectory);
