import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressToAskFor, asksForHeight, heightMessages, secretIn } from '../../../widgets/src/page/frame.js';

const HERE = 'https://host.example.org/embed/v1/map/?lang=es#?secret=abc123';
const CLICK = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false };
const link = (href, target = '') => ({ href: new URL(href, HERE).href, target });

test('the secret is what WordPress put behind the address, letters and digits only', () => {
  assert.equal(secretIn('#?secret=aB3'), 'aB3');
  assert.equal(secretIn('#results?x=1&secret=aB3'), 'aB3');
  for (const hash of ['', '#', '#results', '#?secret=', '#?secret=<script>', '#?topsecret=a']) {
    assert.equal(secretIn(hash), '', hash);
  }
});

test('a height is told to everybody, and to WordPress with its secret', () => {
  assert.deepEqual(heightMessages(640.2, ''), [{ defenders: 'height', height: 641 }]);
  assert.deepEqual(heightMessages(640, 'abc')[1], { message: 'height', value: 640, secret: 'abc' });
});

test('only the right secret gets an answer, whatever else is sent', () => {
  assert.equal(asksForHeight({ message: 'ready', secret: 'abc' }, 'abc'), true);
  for (const data of [null, undefined, 'ready', 5, {}, [], { message: 'ready' }, { message: 'ready', secret: 'x' }]) {
    assert.equal(asksForHeight(data, 'abc'), false);
  }
  assert.equal(asksForHeight({ message: 'ready', secret: '' }, ''), false);
});

test('a plain click on a link of ours is asked for', () => {
  const address = 'https://host.example.org/embed/v1/organisations/a/?lang=es';
  assert.equal(addressToAskFor(CLICK, link(address), HERE), address);
});

test('what the browser does itself is left to it', () => {
  assert.equal(addressToAskFor(CLICK, undefined, HERE), null);
  assert.equal(addressToAskFor(CLICK, link('#results'), HERE), null);
  assert.equal(addressToAskFor(CLICK, link('https://elsewhere.example.org/'), HERE), null);
  assert.equal(addressToAskFor(CLICK, link('mailto:a@example.org'), HERE), null);
  assert.equal(addressToAskFor(CLICK, link('/embed/v1/directory/', '_blank'), HERE), null);
  for (const changed of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { defaultPrevented: true }]) {
    assert.equal(addressToAskFor({ ...CLICK, ...changed }, link('/embed/v1/directory/'), HERE), null);
  }
});
