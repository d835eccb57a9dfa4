import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reach } from '../../../widgets/src/directory/record/channels.js';
import { isReadable, noteOf } from '../../../widgets/src/directory/record/notes.js';
import { inSafeOrder } from '../../../widgets/src/directory/record/order.js';

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

/** @param {string} said kind, `+` preferred, `!` urgent, `#` with a key */
const channel = (said) => ({
  said, kind: said.replace(/[+!#]/g, ''), preferred: said.includes('+'), urgent: said.includes('!'), pgp_fingerprint: said.includes('#') ? 'A' : '',
});

/** @param {string} given */
const ordered = (given) => inSafeOrder(given.split(' ').map(channel)).map(({ said }) => said).join(' ');

describe('the order of channels', () => {
  test('begins with those from which others learn least, and ends with what nobody knows', () => {
    assert.equal(ordered('fax sms hotline phone postal telegram email web_form whatsapp email# signal encrypted_form onion'),
      'onion encrypted_form signal email# whatsapp web_form email telegram postal phone hotline sms fax');
  });
  test('has what is urgent first', () => assert.equal(ordered('onion phone! signal!'), 'signal! phone! onion'));
  test('honours what is preferred among channels of about the same safety', () => {
    assert.equal(ordered('signal onion email+ phone+ email#+ web_form'), 'email#+ onion signal email+ web_form phone+');
  });
  test('keeps the order of the editors where nothing else decides', () => {
    const two = [{ ...channel('email'), value: 'b' }, { ...channel('email'), value: 'a' }];
    assert.deepEqual(inSafeOrder(two), two);
  });
});

describe('the note on a channel', () => {
  for (const [kind, value, note] of [
    ['hotline', '+12025550142', 'note_phone'], ['web_form', 'https://example.org/', 'note_web_form'],
    ['web_form', ' HTTP://example.org/', 'note_unencrypted'], ['website', 'http://example.org/', 'note_unencrypted'],
    ['onion', ONION, 'note_onion'], ['fax', '1', ''], ['constructor', 'x', ''],
  ]) {
    test(`${kind} ${value}: ${note || 'none'}`, () => assert.equal(noteOf({ ...channel(kind), value }), note));
  }
  test('tells an address with a key from one without', () => {
    assert.equal(noteOf({ ...channel('email#'), value: 'a@example.org' }), 'note_email_pgp');
    assert.deepEqual(['email', 'email#', 'web_form', 'signal', 'phone'].map((kind) => isReadable(channel(kind))), [true, false, true, false, false]);
  });
});
