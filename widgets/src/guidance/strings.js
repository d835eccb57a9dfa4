/** Words of the guidance, in the five interface languages. */
import ar from './strings/ar.js';
import en from './strings/en.js';
import es from './strings/es.js';
import eu from './strings/eu.js';
import fr from './strings/fr.js';

/** @type {import('../shared/strings.js').Tables} */
export const GUIDANCE = Object.freeze({ es, eu, en, fr, ar });
