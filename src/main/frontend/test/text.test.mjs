import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkDate, formatDate, isIsoDate, parseTypedDate, resolveBound, today } from '../text/dates.js';
import { insertAt } from '../text/insertion.js';
import { counterText, formatSize, plural } from '../text/numbers.js';
import { applyTransform } from '../text/transforms.js';
import { refusal, rulesText } from '../upload/rules.js';

// French typography uses several kinds of spaces; what matters here is that there is one
const plain = (text) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('transforms', () => {
  for (const [name, typed, stored] of [
    ['uppercase', ' d’été-müller ', 'D’ÉTÉ-MÜLLER'],
    ['capitalize', 'jean-pierre', 'Jean-Pierre'],
    ['capitalize', 'ÉLODIE marie', 'Élodie Marie'],
    ['capitalize', "n'guyen d’or", "N'Guyen D’Or"],
    ['phone', '0512345678', '05.12.34.56.78'],
    ['phone', '05 12-34.56 78', '05.12.34.56.78'],
    ['phone', '051234567', '051234567'],
    ['phone', 'zéro cinq', 'zéro cinq'],
    ['unknown', ' as it is ', ' as it is '],
  ]) {
    test(`${name}: "${typed}" is stored "${stored}"`, () => assert.equal(applyTransform(name, typed), stored));
  }

  test('leaves what is not text alone', () => assert.equal(applyTransform('uppercase', null), null));
});

describe('numbers', () => {
  test('sizes are in French units', () => {
    assert.deepEqual([1, 512, 34_816, 1_258_291, 5_242_880].map((bytes) => plain(formatSize(bytes))),
      ['1 o', '512 o', '34 ko', '1,2 Mo', '5 Mo']);
  });
  test('the plural starts at two', () => {
    assert.deepEqual([0, 1, 2].map((count) => plural(count, 'fichier')), ['0 fichier', '1 fichier', '2 fichiers']);
  });
  test('the counter says how many characters are too many', () => {
    assert.equal(plain(counterText(12, 5000)), '12 / 5 000 caractères');
    assert.equal(plain(counterText(5012, 5000)), '5 012 / 5 000 caractères : 12 de trop');
  });
});

describe('dates', () => {
  test('days are read however they are typed', () => {
    for (const typed of ['05/03/1980', '5/3/1980', '05-03-1980', '5.3.1980', ' 05 03 1980 ', '05031980']) {
      assert.equal(parseTypedDate(typed), '1980-03-05', typed);
    }
  });
  test('days that do not exist are not read', () => {
    for (const typed of ['31/02/1980', '00/01/1980', '1/13/1980', '5/3/80', 'demain', '']) {
      assert.equal(parseTypedDate(typed), null, typed);
    }
  });
  test('29 February exists in leap years only', () => {
    assert.ok(isIsoDate('2024-02-29'));
    assert.ok(!isIsoDate('2023-02-29'));
  });
  test('days are shown the French way, text being typed as it is', () => {
    assert.equal(formatDate('1980-03-05'), '05/03/1980');
    assert.equal(formatDate('5/3'), '5/3');
    assert.equal(formatDate(null), '');
  });
  test('today is the day in Paris', () => {
    assert.equal(today(new Date('2025-12-31T23:30:00Z')), '2026-01-01');
  });
  test('bounds are "today" or an ISO day', () => {
    assert.equal(resolveBound('today', '2026-03-05'), '2026-03-05');
    assert.equal(resolveBound('1900-01-01'), '1900-01-01');
    assert.equal(resolveBound(''), undefined);
  });
  test('PROC-08 a bound can be some years ago, the 29th of February being the 28th in other years', () => {
    assert.equal(resolveBound('today-18y', '2026-03-05'), '2008-03-05');
    assert.equal(resolveBound('today-0y', '2026-03-05'), '2026-03-05');
    assert.equal(resolveBound('today-18y', '2028-02-29'), '2010-02-28');
    assert.equal(resolveBound('today-4y', '2028-02-29'), '2024-02-29');
    for (const none of ['today-18', 'today+1y', 'today-y', 'Today', 'today-18m', '18y', undefined, null]) {
      assert.equal(resolveBound(none, '2026-03-05'), undefined, none);
    }
  });
  test('PROC-08 somebody is eighteen on their birthday and not the day before', () => {
    const bounds = { min: '1900-01-01', max: 'today-18y', message: 'Au moins 18 ans.' };
    assert.equal(checkDate('2008-03-05', bounds, '2026-03-05'), null);
    assert.equal(checkDate('2008-03-06', bounds, '2026-03-05'), 'Au moins 18 ans.');
    assert.match(checkDate('2008-03-06', { max: 'today-18y' }, '2026-03-05'), /après le 05\/03\/2008/);
  });
  test('a day outside its bounds is refused, with the message of the field if it has one', () => {
    const bounds = { min: '1900-01-01', max: 'today' };
    const now = '2026-03-05';
    assert.equal(checkDate('2026-03-05', bounds, now), null);
    assert.equal(checkDate('1900-01-01', bounds, now), null);
    assert.match(checkDate('2026-03-06', bounds, now), /après le 05\/03\/2026/);
    assert.match(checkDate('1899-12-31', bounds, now), /avant le 01\/01\/1900/);
    assert.equal(checkDate('2026-03-06', { ...bounds, message: 'Pas encore né.' }, now), 'Pas encore né.');
    assert.match(checkDate('31/02/1980', bounds, now), /jj\/mm\/aaaa/);
  });
});

describe('upload rules', () => {
  const rules = { maxCount: 2, maxBytes: 1_048_576, extensions: ['pdf', 'docx'] };
  const file = (name, size = 10) => ({ name, size });

  test('an accepted file has no refusal, whatever the case of its extension', () => {
    assert.equal(refusal(file('A.PDF'), rules, 1), null);
  });
  test('count, type, emptiness and size are told apart', () => {
    assert.match(refusal(file('a.pdf'), rules, 2), /plus de 2 fichiers/);
    assert.match(refusal(file('a.exe'), rules, 0), /type de fichier/);
    assert.match(refusal(file('pdf'), rules, 0), /type de fichier/);
    assert.match(refusal(file('a.pdf', 0), rules, 0), /vide/);
    assert.match(plain(refusal(file('a.pdf', 1_048_577), rules, 0)), /1 Mo/);
  });
  test('the rules are said in one sentence or two', () => {
    assert.equal(plain(rulesText(rules)), '2 fichiers au plus, 1 Mo par fichier. Types acceptés : pdf, docx.');
  });
});

describe('COMM-10 a canned answer', () => {
  for (const [what, text, position, whole] of [
    ['stands alone in an empty field', '', 0, 'Bonjour'],
    ['follows what was typed after a blank line', 'Madame,', 7, 'Madame,\n\nBonjour'],
    ['adds only the line end that is missing', 'Madame,\n', 8, 'Madame,\n\nBonjour'],
    ['adds none when there is a blank line', 'Madame,\n\n', 9, 'Madame,\n\nBonjour'],
    ['goes before what was typed', 'Cordialement', 0, 'Bonjour\n\nCordialement'],
    ['goes between two texts', 'Madame, au revoir', 7, 'Madame,\n\nBonjour\n\n au revoir'],
    ['needs no blank line beside blanks alone', '  \n', 3, '  \nBonjour'],
  ]) {
    test(what, () => {
      const { text: got, caret } = insertAt(text, position, 'Bonjour');
      assert.equal(got, whole);
      assert.equal(got.slice(0, caret).endsWith('Bonjour'), true);
    });
  }
});
