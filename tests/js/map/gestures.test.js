import assert from 'node:assert/strict';
import test from 'node:test';
import { listen } from '../../../widgets/src/map/gestures.js';

/** As much of an element as gestures need. */
class FakeElement extends EventTarget {
  focused = false;
  captured = [];
  selector = '';

  getBoundingClientRect = () => ({ left: 100, top: 50 });

  matches = () => this.focused;

  closest = (selector) => (this.selector && selector.includes(this.selector) ? this : null);

  setPointerCapture = (id) => this.captured.push(id);

  toggleAttribute() {}

  removeAttribute() {}
}
globalThis.Element = FakeElement;

function setUp() {
  const frame = new FakeElement();
  const calls = [];
  const actions = Object.fromEntries(['pan', 'zoom', 'zoomBy', 'home', 'tap', 'untap', 'hover', 'leave', 'ignored'].map((name) =>
    [name, (...values) => {
      calls.push([name, ...values]);
      return name === 'zoom';
    }]));
  const control = new AbortController();
  listen(frame, actions, control.signal);
  const send = (type, properties) => {
    const event = Object.assign(new Event(type, { cancelable: true }), properties);
    if (properties?.at !== undefined) Object.defineProperty(event, 'timeStamp', { value: properties.at });
    frame.dispatchEvent(event);
    return event;
  };
  const finger = (type, pointerId, clientX, clientY, more) =>
    send(type, { pointerId, clientX, clientY, button: 0, pointerType: 'touch', ...more });
  return { frame, calls, control, send, finger };
}

test('arrows_move_the_map_and_the_page_stays_where_it_is', () => {
  const { calls, send } = setUp();
  assert.ok(send('keydown', { key: 'ArrowRight' }).defaultPrevented);
  assert.deepEqual(calls, [['pan', -90, 0]]);
});

test('plus_minus_and_home_zoom', () => {
  const { calls, send } = setUp();
  for (const key of ['+', '-', 'Home']) send('keydown', { key });
  assert.deepEqual(calls.map(([name, factor]) => [name, factor]), [['zoomBy', 2], ['zoomBy', 0.5], ['home', undefined]]);
});

test('keys_of_the_browser_and_other_keys_are_left_alone', () => {
  const { calls, send } = setUp();
  assert.ok(!send('keydown', { key: '+', ctrlKey: true }).defaultPrevented);
  assert.ok(!send('keydown', { key: 'Tab' }).defaultPrevented);
  assert.deepEqual(calls, []);
});

test('a_wheel_over_the_map_scrolls_the_page_and_says_how_to_zoom', () => {
  const { calls, send } = setUp();
  assert.ok(!send('wheel', { deltaY: 100, deltaMode: 0, clientX: 0, clientY: 0 }).defaultPrevented);
  assert.deepEqual(calls, [['ignored', 'wheel']]);
});

test('a_wheel_zooms_with_ctrl_or_when_the_map_has_the_focus', () => {
  const { frame, calls, send } = setUp();
  assert.ok(send('wheel', { deltaY: -100, deltaMode: 0, ctrlKey: true, clientX: 150, clientY: 80 }).defaultPrevented);
  frame.focused = true;
  assert.ok(send('wheel', { deltaY: 100, deltaMode: 0, clientX: 150, clientY: 80 }).defaultPrevented);
  const [[, nearer, left, top], [, farther]] = calls;
  assert.ok(nearer > 1 && farther < 1);
  assert.deepEqual([left, top], [50, 30]);
});

test('a_press_without_movement_is_a_tap', () => {
  const { calls, finger } = setUp();
  finger('pointerdown', 1, 160, 90);
  finger('pointerup', 1, 161, 90);
  assert.deepEqual(calls, [['tap', 61, 40]]);
});

test('the_second_press_of_two_only_zooms', () => {
  const { calls, finger, send } = setUp();
  for (const at of [1000, 1200]) {
    finger('pointerdown', 1, 160, 90);
    finger('pointerup', 1, 160, 90, { at });
  }
  send('dblclick', { clientX: 160, clientY: 90 });
  assert.deepEqual(calls.map(([name]) => name), ['tap', 'untap', 'zoomBy']);
});

test('a_movement_pans_and_is_no_tap', () => {
  const { frame, calls, finger } = setUp();
  finger('pointerdown', 1, 160, 90);
  finger('pointermove', 1, 190, 100);
  finger('pointerup', 1, 190, 100);
  assert.deepEqual(calls, [['pan', 30, 10]]);
  assert.deepEqual(frame.captured, [1]);
});

test('two_fingers_that_part_zoom_in', () => {
  const { calls, finger } = setUp();
  finger('pointerdown', 1, 150, 100);
  finger('pointerdown', 2, 170, 100);
  finger('pointermove', 2, 190, 100);
  assert.equal(calls.find(([name]) => name === 'zoom')[1], 2);
});

test('one_finger_scrolls_the_page_and_two_do_not', () => {
  const { send } = setUp();
  assert.ok(!send('touchmove', { touches: [1] }).defaultPrevented);
  assert.ok(send('touchmove', { touches: [1, 2] }).defaultPrevented);
});

test('who_scrolls_the_page_over_the_map_is_told_about_two_fingers', () => {
  const { calls, finger } = setUp();
  finger('pointerdown', 1, 150, 100);
  finger('pointercancel', 1, 150, 120);
  finger('pointercancel', 2, 150, 120);
  assert.deepEqual(calls, [['ignored', 'touch']]);
});

test('a_press_on_a_marker_is_left_to_the_marker', () => {
  const { frame, calls, finger } = setUp();
  frame.selector = 'button';
  finger('pointerdown', 1, 160, 90);
  finger('pointerup', 1, 160, 90);
  assert.deepEqual(calls, []);
});

test('nothing_listens_after_the_widget_left', () => {
  const { calls, control, send } = setUp();
  control.abort();
  send('keydown', { key: 'Home' });
  assert.deepEqual(calls, []);
});
