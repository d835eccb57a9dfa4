import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byUrgency, reach } from '../../../widgets/src/directory/channels.js';

const ONION = `http://${'a'.repeat(56)}.onion/`;

const GOOD = [
  ['web_form', 'https://www.example.org/help/', 'https://www.example.org/help/', 'example.org/help'],
  ['encrypted_form', 'https://example.org/safe', 'https://example.org/safe', 'example.org/safe'],
  ['onion', ONION, ONION, `${'a'.repeat(56)}.onion`],
  ['email', 'help@example.org', 'mailto:help@example.org', 'help@example.org'],
  ['phone', '+1 202-555-0142', 'tel:+12025550142', '+1 202-555-0142'],
  ['hotline', '+1 (202) 555 0142', 'tel:+12025550142', '+1 (202) 555 0142'],
  ['sms', '+12025550142', 'sms:+12025550142', '+12025550142'],
  ['signal', '+12025550142', 'https://signal.me/#p/+12025550142', '+12025550142'],
  ['signal', 'https://signal.me/#eu/abc', 'https://signal.me/#eu/abc', 'signal.me/#eu/abc'],
  ['whatsapp', '+1 202 555 0142', 'https://wa.me/12025550142', '+1 202 555 0142'],
  ['telegram', '@example_help', 'https://t.me/example_help', '@example_help'],
  ['telegram', '+12025550142', 'https://t.me/+12025550142', '+12025550142'],
  ['postal', 'PO Box 1, City', '', 'PO Box 1, City'],
];

const BAD = [
  ['web_form', 'javascript:alert(1)'], ['encrypted_form', 'http://example.org/'], ['encrypted_form', 'data:text/html,x'],
  ['onion', 'http://example.org/'], ['onion', `http://${'a'.repeat(56)}.onion.example.org/`],
  ['email', 'help@example.org?bcc=spy@example.net'], ['email', 'a@b@c'], ['email', 'javascript:alert(1)'], ['phone', 'call me'],
  ['phone', '+1;ext=javascript'], ['sms', '+1202?body=x'], ['signal', 'name.01'], ['signal', 'javascript:alert(1)'],
  ['whatsapp', 'http://wa.me/1'], ['telegram', '../evil'], ['constructor', 'x'], ['__proto__', 'x'], ['fax', '+12025550142'],
];

describe('a channel', () => {
  for (const [kind, value, href, text] of GOOD) {
    test(`${kind} ${value} is readable${href ? ' and a link' : ''}`, () => assert.deepEqual(reach({ kind, value }), { text, href }));
  }
  for (const [kind, value] of BAD) {
    test(`${kind} ${value} is text and never a link`, () => {
      const { text, href } = reach({ kind, value });
      assert.equal(href, '');
      assert.ok(text);
    });
  }
});

test('urgent channels come first, then preferred ones, else the order of the editors stays', () => {
  const channels = [['a', false, false], ['b', false, true], ['c', true, false], ['d', true, true], ['e', false, false]]
    .map(([value, urgent, preferred]) => ({ value, urgent, preferred }));
  assert.equal(byUrgency(channels).map(({ value }) => value).join(''), 'dcbae');
});
