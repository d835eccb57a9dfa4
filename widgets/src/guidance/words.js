/** Records of the guidance in words: labels for codes, days written out, languages named. Pure. */
import { callState, trainingState } from './calls.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {import('./guidance-data.js').Guidance} Guidance */
/** @typedef {import('./records.js').Programme} Programme */
/** @typedef {import('./records.js').Training} Training */
/** @typedef {[term: string, value: string]} Fact */
/** @typedef {{strings: Strings, labels: Guidance['labels'], today: string}} Speaking */

/** The names of the interface languages in themselves: `Intl` does not know Basque everywhere. */
const ENDONYMS = Object.freeze(/** @type {Record<string, string>} */ ({
  es: 'Español', eu: 'Euskara', en: 'English', fr: 'Français', ar: 'العربية',
}));

/** @param {Strings} strings @param {string} tag */
export const endonym = (strings, tag) => ENDONYMS[tag] ?? strings.language(tag);

/** @param {Speaking} speaking @param {string} kind @param {string} code */
export const label = ({ labels }, kind, code) => labels[kind]?.[code] ?? code.replaceAll('_', ' ');

/** Labels are whole phrases. @param {Speaking} speaking @param {string} kind @param {readonly string[]} codes */
const inRow = (speaking, kind, codes) => codes.map((code) => label(speaking, kind, code)).join(' · ');

/** @param {readonly Fact[]} rows @returns {Fact[]} those that say something */
const told = (rows) => rows.filter(([, value]) => value);

/**
 * @param {Speaking} speaking
 * @param {Programme} programme
 */
export function programmeInWords(speaking, programme) {
  const { strings, today } = speaking;
  const { t, n } = strings;
  const state = callState(programme, today);
  return {
    state,
    stateLabel: label(speaking, 'call_state', state),
    days: callDays(strings, programme, state),
    facts: told([
      [t('host_countries'), strings.list(programme.host_countries.map(strings.country))],
      [t('stay'), stay(strings, programme)],
      [t('places'), programme.places_per_year ? n(programme.places_per_year) : ''],
      [t('who'), inRow(speaking, 'applicant', programme.who_can_apply)],
      [t('family'), t(FAMILY[String(programme.family_included)])],
      [t('children'), programme.children_supported ? t('children_supported') : ''],
      [t('for_whom'), inRow(speaking, 'audience', programme.audiences)],
      [t('languages'), strings.list(programme.languages.map(strings.language))],
    ]),
  };
}

/**
 * @param {Speaking} speaking
 * @param {Training} training
 */
export function trainingInWords(speaking, training) {
  const { strings, today } = speaking;
  const { t } = strings;
  const state = trainingState(training, today);
  return {
    state,
    stateLabel: label(speaking, 'training_state', state),
    days: trainingDays(strings, training, state),
    facts: told([
      [t('topics'), inRow(speaking, 'training_topic', training.topics)],
      [t('mode'), training.mode && label(speaking, 'training_mode', training.mode)],
      [t('languages'), strings.list(training.languages.map(strings.language))],
      [t('cost'), training.cost && label(speaking, 'training_cost', training.cost)],
      [t('groups'), training.on_request && state !== 'on_request' ? t('groups_at_any_time') : ''],
    ]),
  };
}

const FAMILY = Object.freeze(/** @type {Record<string, string>} */ ({ true: 'family_yes', false: 'family_no', null: 'family_unknown' }));

/** @param {Strings} strings @param {Programme} programme */
function stay({ t }, { stay_months_min: shortest, stay_months_max: longest }) {
  if (shortest && longest && shortest !== longest) return t('months_between', { shortest, longest });
  if (shortest && longest) return t('months', { count: longest });
  if (longest) return t('months_at_most', { count: longest });
  return shortest ? t('months_at_least', { count: shortest }) : '';
}

/** @param {Strings} strings @param {Programme} programme @param {string} state */
function callDays({ t, date }, { call_opens, call_closes, is_rolling }, state) {
  if (is_rolling) return t('rolling');
  const first = call_opens ? date(call_opens) : '';
  const last = call_closes ? date(call_closes) : '';
  if (state === 'upcoming') return last ? t('call_between', { first, last }) : t('call_from', { first });
  if (!last) return '';
  return t(state === 'open' ? 'call_until' : 'call_closed', { last });
}

/** @param {Strings} strings @param {Training} training @param {string} state */
function trainingDays({ t, date }, { starts_on, ends_on }, state) {
  if (!starts_on || state === 'on_request' || state === 'unknown') return '';
  const first = date(starts_on);
  return ends_on === null || ends_on === starts_on ? first : t('days_between', { first, last: date(ends_on) });
}
