import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { proof, solve } from '../form/proof.js';
import { sha256 } from '../text/sha256.js';

const digest = (text) => createHash('sha256').update(text).digest('hex');

describe('SHA-256', () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000]) {
    test(`of ${length} characters is the known one`, () => {
      const text = 'Navette?expires=12&'.repeat(60).slice(0, length);
      assert.equal(sha256(text), digest(text));
    });
  }
});

describe('a proof of work', () => {
  const salt = '0123456789abcdef01234567?expires=1790000000&';

  test('is the number behind the salt', async () => {
    for (const number of [0, 1, 4711, 9999]) {
      assert.equal(await solve({ salt, challenge: digest(salt + number), maxnumber: 9999 }), number);
    }
  });

  test('tells how far it is and lets the page breathe', async () => {
    const parts = [];
    let pauses = 0;
    const pause = async () => { pauses++; };
    await solve({ salt, challenge: digest(`${salt}60000`), maxnumber: 120000 }, (part) => parts.push(part), pause);
    assert.equal(pauses, parts.length);
    assert.ok(pauses > 0);
    assert.ok(parts.every((part, i) => part <= 0.5 && (i === 0 || part > parts[i - 1])));
  });

  test('is refused rather than sought for ever', async () => {
    await assert.rejects(solve({ salt, challenge: digest('other'), maxnumber: 500 }));
  });

  test('is written as the server reads it', () => {
    const challenge = { algorithm: 'SHA-256', challenge: 'c', salt, signature: 's', maxnumber: 9 };
    assert.deepEqual(JSON.parse(Buffer.from(proof(challenge, 7), 'base64')),
      { algorithm: 'SHA-256', challenge: 'c', number: 7, salt, signature: 's' });
  });
});
