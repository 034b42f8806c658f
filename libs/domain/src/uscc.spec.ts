import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkUscc, usccKind } from './uscc.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodyArbitrary = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

function complete(body: string): string {
  return body + (checkUscc(`${body}0`).checkCharacter ?? '');
}

describe('checkUscc', () => {
  it('accepts the example of the standard', () => {
    expect(checkUscc('91350100M000100Y43')).toEqual({
      value: '91350100M000100Y43',
      valid: true,
      reason: null,
      checkCharacter: '3',
      warnings: [],
    });
  });

  it('E108: refuses the example with Z, which is not in the alphabet', () => {
    expect(checkUscc('91350100M000100Y4Z')).toMatchObject({
      valid: false,
      reason: 'ALPHABET',
      checkCharacter: '3',
    });
  });

  it.each([...'IOSVZ'])('E108: refuses %s', (letter) => {
    const check = checkUscc(`91350100M000${letter}00Y43`);
    expect(check).toMatchObject({ valid: false, reason: 'ALPHABET', checkCharacter: null, warnings: [] });
  });

  it('E105: says what a genuine code with another last character should end with', () => {
    const check = checkUscc('91350203M0001QKT19');
    expect(check).toMatchObject({
      valid: false,
      reason: 'CHECK_CHARACTER',
      checkCharacter: 'F',
      warnings: [],
    });
  });

  it('E106: a resident number can pass, told apart by its first two characters', () => {
    const check = checkUscc('362322198709086409');
    // no authority registers kind 36; characters 3–4 read as the province 23
    expect(check).toMatchObject({ valid: true, warnings: ['REGISTRATION_KIND', 'ORGANISATION_CODE'] });
    expect(usccKind('362322198709086409')).toBe('other');
  });

  it('E107: a sum divisible by 31 gives the check character 0', () => {
    expect(checkUscc('91310000MA1FL00030')).toMatchObject({
      valid: true,
      checkCharacter: '0',
      warnings: ['ORGANISATION_CODE'], // GB 11714 over MA1FL000 asks for 7, not 3
    });
  });

  it('E109: eighteen ones have the right shape and the wrong last character', () => {
    // each value is 1, the weights sum to 305; 305 mod 31 = 26; 31 − 26 = 5
    const check = checkUscc('111111111111111111');
    expect(check).toMatchObject({ valid: false, reason: 'CHECK_CHARACTER', checkCharacter: '5' });
  });

  it.each([
    ['lower case', '91350100m000100y43'],
    ['spaces', ' 9135 0100 M000 100Y 43\t'],
    ['full-width characters', '９１３５０１００Ｍ０００１００Ｙ４３'],
    ['ideographic and invisible spaces', '\u300091350100\u200bM000100Y43\ufeff'],
  ])('normalises %s', (_, text) => {
    expect(checkUscc(text)).toMatchObject({ value: '91350100M000100Y43', valid: true });
  });

  it.each(['', '9135', '91350100M000100Y433', '350100100000100'])('refuses the length of "%s"', (text) => {
    expect(checkUscc(text)).toMatchObject({
      valid: false,
      reason: 'LENGTH',
      checkCharacter: null,
      warnings: [],
    });
  });

  it.each([
    ['91100000M000100Y4', []], // registered with the national authority
    ['91990100M000100Y4', ['AREA_UNKNOWN']],
    ['99350100M000100Y4', ['REGISTRATION_KIND']],
    ['91350100M000100Y5', ['ORGANISATION_CODE']],
  ])('of %s… warns of %s and stays valid', (body, warnings) => {
    expect(checkUscc(complete(body))).toMatchObject({ valid: true, warnings });
  });

  it('completes any body to a valid code, and no other last character will do', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const valid = [...alphabet].filter((character) => checkUscc(body + character).valid);
        expect(valid).toEqual([checkUscc(`${body}0`).checkCharacter]);
      }),
    );
  });

  it('any other single character in the first seventeen breaks it', () => {
    fc.assert(
      fc.property(bodyArbitrary, fc.nat(16), fc.constantFrom(...alphabet), (body, place, character) => {
        fc.pre(body.charAt(place) !== character);
        const code = complete(body);
        expect(checkUscc(code.slice(0, place) + character + code.slice(place + 1)).valid).toBe(false);
      }),
    );
  });
});

describe('usccKind', () => {
  it.each([
    ['81', 'union'],
    ['89', 'union'],
    ['91', 'company'],
    ['92', 'soleTrader'],
    ['93', 'cooperative'],
    ['12', 'publicInstitution'],
    ['51', 'civil'],
    ['52', 'civil'],
    ['53', 'civil'],
    ['11', 'other'],
    ['', 'other'],
  ])('E106: %s… is %s', (prefix, kind) => {
    expect(usccKind(`${prefix}350100M000100Y43`.slice(0, prefix === '' ? 0 : 18))).toBe(kind);
  });
});
