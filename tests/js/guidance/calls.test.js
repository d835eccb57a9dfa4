import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callState, inCallOrder, inTrainingOrder, trainingState } from '../../../widgets/src/guidance/calls.js';

const TODAY = '2026-11-22';

const call = (call_opens, call_closes, is_rolling = false) => ({ call_opens, call_closes, is_rolling });
const dated = (starts_on, ends_on, on_request = false) => ({ starts_on, ends_on, on_request });

describe('a call', () => {
  const cases = [
    [call(null, null), 'unknown'], [call(null, null, true), 'open'], [call('2026-11-23', null, true), 'open'],
    [call('2026-11-22', '2026-11-22'), 'open'], [call('2026-11-23', null), 'upcoming'], [call('2026-11-21', null), 'open'],
    [call(null, '2026-11-22'), 'open'], [call(null, '2026-11-21'), 'closed'], [call('2026-01-01', '2026-02-01'), 'closed'],
  ];
  for (const [one, expected] of cases) {
    test(`${JSON.stringify(one)} is ${expected}`, () => assert.equal(callState(one, TODAY), expected));
  }

  test('open ones come first, of these the one that closes soonest; the rest keeps its order', () => {
    const named = Object.entries({
      closed: call(null, '2026-11-01'), unknown: call(null, null), later: call('2027-01-01', null), rolling: call(null, null, true),
      soon: call('2026-12-01', null), month: call(null, '2026-12-22'), week: call(null, '2026-11-29'), other: call(null, null),
    }).map(([name, one]) => ({ name, ...one }));
    assert.deepEqual(inCallOrder(named, TODAY).map(({ name }) => name),
      ['week', 'month', 'rolling', 'soon', 'later', 'unknown', 'other', 'closed']);
  });
});

describe('a training', () => {
  const cases = [
    [dated(null, null), 'unknown'], [dated(null, null, true), 'on_request'], [dated('2026-11-23', null, true), 'upcoming'],
    [dated('2026-11-22', null), 'running'], [dated('2026-11-21', null), 'past'], [dated('2026-11-21', '2026-11-22'), 'running'],
    [dated('2026-11-01', '2026-11-02', true), 'on_request'],
  ];
  for (const [one, expected] of cases) {
    test(`${JSON.stringify(one)} is ${expected}`, () => assert.equal(trainingState(one, TODAY), expected));
  }

  test('running and upcoming ones come by their first day, past ones last', () => {
    const named = Object.entries({
      past: dated('2026-01-01', null), request: dated(null, null, true), second: dated('2027-01-01', null),
      first: dated('2026-12-01', null), running: dated('2026-11-20', '2026-12-20'),
    }).map(([name, one]) => ({ name, ...one }));
    assert.deepEqual(inTrainingOrder(named, TODAY).map(({ name }) => name), ['running', 'first', 'second', 'request', 'past']);
  });
});
