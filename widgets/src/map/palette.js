/** Colours of the canvas, taken from the style sheet: themes, accents, forced colours and partners' properties reach the map. */
import { h } from '../shared/dom.js';
import { STEPS } from './choropleth.js';

const INKS = ['sea', 'grid', 'land', 'border', 'coast', 'contested', 'chosen'];

/** @typedef {Record<string, string> & {steps: string[]}} Palette */

/** @param {HTMLElement} place where the hidden samples of the colours go */
export function createPalette(place) {
  const sample = (/** @type {string} */ name) => h('i', { class: `ink ink-${name}` });
  const inks = INKS.map((name) => /** @type {const} */ ([name, sample(name)]));
  const steps = [sample('step-0')]; // not by Array.from, which old libraries replace by something less able
  while (steps.length <= STEPS) steps.push(sample(`step-${steps.length}`));
  place.append(h('div', { '.hidden': true }, ...inks.map(([, element]) => element), ...steps));
  const colour = (/** @type {Element} */ element) => getComputedStyle(element).backgroundColor;

  return {
    /** @returns {Palette} */
    read: () => /** @type {Palette} */ (
      Object.assign(Object.fromEntries(inks.map(([name, element]) => [name, colour(element)])), { steps: steps.map(colour) })),
  };
}
