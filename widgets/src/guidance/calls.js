/**
 * Whether a programme takes applications and whether a training is still to come, by its days and the reader's: a
 * published file may be a day old. The same rules as `cms/directory/calls.py`. Days are UTC days such as 2026-05-04,
 * which sort as text. Pure.
 */

/** @typedef {'open' | 'upcoming' | 'unknown' | 'closed'} CallState */
/** @typedef {'running' | 'upcoming' | 'on_request' | 'unknown' | 'past'} TrainingState */
/** @typedef {{call_opens: string | null, call_closes: string | null, is_rolling: boolean}} Call */
/** @typedef {{starts_on: string | null, ends_on: string | null, on_request: boolean}} Dated */

const NEVER = '9999-12-31';

/** @type {readonly CallState[]} */
const CALL_ORDER = Object.freeze(['open', 'upcoming', 'unknown', 'closed']);

/** @type {readonly TrainingState[]} */
const TRAINING_ORDER = Object.freeze(['running', 'upcoming', 'on_request', 'unknown', 'past']);

/**
 * Open on the first and the last day too; where one of the two days is missing the other decides alone.
 * @param {Call} call
 * @param {string} today
 * @returns {CallState}
 */
export function callState({ call_opens, call_closes, is_rolling }, today) {
  if (is_rolling) return 'open';
  if (call_opens && today < call_opens) return 'upcoming';
  if (call_closes && today > call_closes) return 'closed';
  return call_opens || call_closes ? 'open' : 'unknown';
}

/**
 * A training whose days are over is "on_request" again when groups can ask for it.
 * @param {Dated} training
 * @param {string} today
 * @returns {TrainingState}
 */
export function trainingState({ starts_on, ends_on, on_request }, today) {
  if (starts_on && today < starts_on) return 'upcoming';
  if (starts_on && today <= (ends_on || starts_on)) return 'running';
  if (on_request) return 'on_request';
  return starts_on ? 'past' : 'unknown';
}

/** @param {Call} call @param {CallState} state the day that matters to who looks for a call */
const callDay = ({ call_opens, call_closes, is_rolling }, state) => {
  if (state === 'open') return (!is_rolling && call_closes) || NEVER;
  return (state === 'upcoming' && call_opens) || NEVER;
};

/**
 * Open calls first, of these the one that closes soonest; then what opens soonest. The rest keeps its order.
 * @template {Call} T
 * @param {readonly T[]} programmes
 * @param {string} today
 */
export const inCallOrder = (programmes, today) => inOrder(programmes, (one) => {
  const state = callState(one, today);
  return [CALL_ORDER.indexOf(state), callDay(one, state)];
});

/**
 * Running and upcoming ones by their first day, then the others.
 * @template {Dated} T
 * @param {readonly T[]} trainings
 * @param {string} today
 */
export const inTrainingOrder = (trainings, today) => inOrder(trainings, (one) => {
  const state = trainingState(one, today);
  const dated = state === 'running' || state === 'upcoming';
  return [TRAINING_ORDER.indexOf(state), (dated && one.starts_on) || NEVER];
});

/**
 * @template T
 * @param {readonly T[]} records
 * @param {(record: T) => [rank: number, day: string]} keyOf
 */
function inOrder(records, keyOf) {
  const keyed = records.map((record) => ({ record, key: keyOf(record) }));
  keyed.sort(({ key: [a, dayOfA] }, { key: [b, dayOfB] }) => a - b || (dayOfA < dayOfB ? -1 : Number(dayOfA > dayOfB)));
  return keyed.map(({ record }) => record);
}
