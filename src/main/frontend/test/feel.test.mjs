import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unaryTest } from '@bpmn-io/feelin';

// The server runs this corpus too, with the engine's interpreter: a condition must hide the same fields on both sides.
const corpus = JSON.parse(readFileSync(new URL('feel-corpus.json', import.meta.url), 'utf8'));

for (const { expression, context, expected } of corpus) {
  test(`${expression} with ${JSON.stringify(context)}`, () => {
    // as form-js does: the mark "=" cut off, then evaluated as a unary test
    const { value } = unaryTest(expression.slice(1), context);
    assert.equal(value, expected);
  });
}

test('a condition that comes to null hides its field in form-js: models have to guard what can be null', () => {
  assert.equal(unaryTest('list contains(scopes, "care")', { scopes: null }).value, true);
  assert.equal(unaryTest('consent', { consent: null }).value, true);
});
