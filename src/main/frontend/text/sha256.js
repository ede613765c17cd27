/*
 * SHA-256 (FIPS 180-4) of ASCII texts. crypto.subtle answers by promises, one for each of many thousand short texts, and
 * only on pages that came over TLS; here a text takes a few microseconds anywhere.
 */
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(primes.map((prime) => fraction(Math.cbrt(prime))));
const words = new Int32Array(64);

const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** The digest of a text, in hexadecimal digits. */
export function sha256(text) {
  const state = Int32Array.from(START);
  const blocks = padded(text);
  for (let at = 0; at < blocks.length; at += 16) compress(state, blocks, at);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The text, a one, zeros, and its length in bits, in whole blocks of 16 words. */
function padded(text) {
  const blocks = new Int32Array((((text.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < text.length; i++) blocks[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  blocks[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
  blocks[blocks.length - 1] = text.length * 8;
  return blocks;
}

function compress(state, blocks, at) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      words[i] = blocks[at + i];
    } else {
      const near = words[i - 2];
      const far = words[i - 15];
      words[i] = words[i - 16] + words[i - 7]
        + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
    }
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}
