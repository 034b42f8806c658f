import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { duesReference, findDuesReference, readDuesReference } from './dues-reference.js';

const any = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  number: fc.integer({ min: 1, max: 99_999_999 }),
});

describe('the reference of dues', () => {
  it('has check figures by ISO 7064 MOD 97-10', () => {
    // 98 − 260000123400 mod 97 = 98 − 29 = 69
    expect(duesReference({ year: 2026, number: 1234 })).toBe('HF260000123469');
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(any, (one) => expect(readDuesReference(duesReference(one))).toEqual(one)));
  });

  it('is not read with one wrong figure, nor with two that changed places', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 13 }), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
        const right = [...duesReference(one)];
        const wrong = right.with(at, String((Number(right[at]) + by) % 10));
        expect(readDuesReference(wrong.join(''))).toBeNull();
        const next = at === 13 ? 2 : at + 1;
        const swapped = right.with(at, right[next] ?? '').with(next, right[at] ?? '');
        if (swapped.join('') !== right.join('')) expect(readDuesReference(swapped.join(''))).toBeNull();
      }),
    );
  });

  it.each([
    ['alone', 'HF260000123469', true],
    ['within words', '王小明2026年会费HF260000123469谢谢', true],
    ['in small letters, with blanks and hyphens', 'hf26 0000-1234 69', true],
    ['in wide characters', 'ＨＦ２６００００１２３４６９', true],
    ['before a year', 'HF260000123469 2026年会费', true],
    ['twice the same', 'HF260000123469 HF260000123469', true],
    ['without its letters', '260000123469', false],
    ['with a figure too few', 'HF260000123', false],
    ['with a figure too many', 'HF2600001234691', false],
    ['of two members', 'HF260000123469 HF260000123566', false],
    ['an empty note', '', false],
  ])('is found %s: %s', (_how, note, isFound) => {
    expect(findDuesReference(note)).toBe(isFound ? 'HF260000123469' : null);
  });
});
