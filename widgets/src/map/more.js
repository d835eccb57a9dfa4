/** The map's second module, loaded after the first paint. */
export { createInteraction } from './interaction.js';
export { countServing } from './serving.js';
export { MORE as mapWords } from './more-strings.js';
export { default as mapStyles } from './more.css';
