import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { translate } from '../form/texts.js';

const library = readFileSync(new URL(import.meta.resolve('@bpmn-io/form-js-viewer')), 'utf8');

test('every text that form-js asks to translate has a French one', () => {
  const asked = [...library.matchAll(/[^\w.]translate\('([^']+)'/g)].map(([, text]) => text);
  assert.ok(asked.length > 30);
  assert.deepEqual(asked.filter((text) => translate(text) === text && text !== 'HELLO {you}'), []);
});

test('placeholders are filled in', () => {
  assert.equal(translate('Field must have maximum length of {value}.', { value: '30' }), 'Ne dépassez pas 30 caractères.');
});
