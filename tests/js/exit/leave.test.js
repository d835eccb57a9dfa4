import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { leave } from '../../../widgets/src/exit/leave.js';

const ADDRESS = 'https://eu.wikipedia.org/';

/** A window that notes what is done to it, in order. `top`: what happens when the whole tab is to leave. */
function fakeWindow({ top, opens = true } = {}) {
  const done = [];
  const place = (name, fails) => ({
    replace(address) {
      done.push(`${name} leaves to ${address}`);
      if (fails) throw new DOMException('No.', 'SecurityError');
    },
  });
  const part = (name) => ({
    append: (element) => done.push(`${name} gets ${element.tag}${element.textContent ?? ''}`),
    replaceChildren: () => done.push(`${name} is empty`),
  });
  const here = {
    location: place('page', false),
    document: {
      open() {
        if (!opens) throw new DOMException('XML', 'InvalidStateError');
        done.push('opened anew');
      },
      close() {},
      set title(words) { done.push(`title ${words}`); },
      head: part('head'),
      body: part('body'),
    },
  };
  here.top = top ? { location: place('tab', top === 'refuses') } : here;
  return { here, done };
}

describe('leaving', () => {
  beforeEach(() => {
    globalThis.document = /** @type {any} */ ({
      createElement: (tag) => ({ tag, setAttribute(name, value) { if (name === 'content') this.tag += ` ${value}`; } }),
    });
  });
  afterEach(() => { delete globalThis.document; });

  const EMPTIED = ['opened anew', 'body is empty', 'title eu.wikipedia.org', 'head gets meta no-referrer'];

  test('empties the page before it leaves, and tells nobody where from', () => {
    const { here, done } = fakeWindow();
    leave(ADDRESS, 'closed', 'eu', here);
    assert.deepEqual(done, [...EMPTIED, `page leaves to ${ADDRESS}`]);
  });
  test('a frame says that it is closed before the whole tab leaves', () => {
    const { here, done } = fakeWindow({ top: 'leaves' });
    leave(ADDRESS, 'closed', 'eu', here);
    assert.deepEqual(done, [...EMPTIED, 'body gets pclosed', `tab leaves to ${ADDRESS}`]);
  });
  test('a frame that may not stays empty and says so', () => {
    const { here, done } = fakeWindow({ top: 'refuses' });
    assert.doesNotThrow(() => leave(ADDRESS, 'closed', 'eu', here));
    assert.ok(done.includes('body gets pclosed'));
    assert.ok(!done.some((one) => one.startsWith('page leaves')));
  });
  test('a page that cannot be opened anew is emptied all the same', () => {
    const { here, done } = fakeWindow({ opens: false });
    leave(ADDRESS, 'closed', 'eu', here);
    assert.equal(done[0], 'body is empty');
    assert.equal(done.at(-1), `page leaves to ${ADDRESS}`);
  });
});
