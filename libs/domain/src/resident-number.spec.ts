import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDate } from './calendar-date.js';
import { birthDateOf, checkResidentNumber, sexOf, syntheticResidentNumber } from './resident-number.js';

const today = new Date('2026-11-20T04:00:00Z');

function synthetic(birthDate: string, area = '110101', sequence = 2): string {
  return syntheticResidentNumber({ area, birthDate, sequence });
}

/** A number with any eight digits in place of the date, and the check character that fits them. */
function withDate(digits: string): string {
  const check = checkResidentNumber(`110101${digits}0020`, today).checkCharacter;
  return `110101${digits}002${check ?? ''}`;
}

const partsArbitrary = fc.record({
  area: fc.constantFrom('110101', '350203', '659004', '810000', '910000'),
  birthDate: fc
    .tuple(
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    .filter(isCalendarDate),
  sequence: fc.nat(999),
});

describe('checkResidentNumber', () => {
  it('accepts the example of the standard', () => {
    expect(checkResidentNumber('11010519491231002X', today)).toEqual({
      value: '11010519491231002X',
      valid: true,
      reason: null,
      checkCharacter: 'X',
      warnings: [],
    });
  });

  it('E111: normalises a lower-case x, spaces and full-width digits', () => {
    expect(checkResidentNumber('11010519491231002x', today)).toMatchObject({
      value: '11010519491231002X',
      valid: true,
    });
    expect(checkResidentNumber('１１０１０５ 19491231 002Ｘ', today)).toMatchObject({ valid: true });
  });

  it.each(['1986-05-04', '1988-04-17', '1991-08-01'])('E40: keeps the birth date %s', (date) => {
    const number = synthetic(date);
    expect(checkResidentNumber(number, today).valid).toBe(true);
    expect(birthDateOf(number)).toBe(date);
  });

  it.each(['810000', '820000', '830000'])('E110: accepts the residence permit area %s', (area) => {
    expect(checkResidentNumber(synthetic('1990-01-01', area), today)).toMatchObject({
      valid: true,
      warnings: [],
    });
  });

  it('E112: asks for the 18 digits in place of 15', () => {
    expect(checkResidentNumber('110105491231002', today)).toMatchObject({
      valid: false,
      reason: 'FIFTEEN_DIGITS',
      checkCharacter: null,
    });
  });

  it('E112: warns of an unknown area and lets it pass; a retired county is not unknown', () => {
    expect(checkResidentNumber(synthetic('1990-01-01', '990101'), today)).toMatchObject({
      valid: true,
      warnings: ['AREA_UNKNOWN'],
    });
    expect(checkResidentNumber(synthetic('1970-01-01', '110103'), today)).toMatchObject({
      valid: true,
      warnings: [],
    });
  });

  it.each([
    ['', 'LENGTH'],
    ['1101051949123100', 'LENGTH'],
    ['11010549123100X', 'LENGTH'], // 15 characters, yet not 15 digits
    ['11010519491231002XX', 'LENGTH'],
    ['1101051949123100XX', 'ALPHABET'],
    ['11010519491231002Y', 'ALPHABET'],
    ['110105194912310021', 'CHECK_CHARACTER'],
  ])('refuses "%s" with %s', (text, reason) => {
    expect(checkResidentNumber(text, today)).toMatchObject({ valid: false, reason });
  });

  it.each([
    ['20230229', 'DATE'], // no leap year
    ['20240229', null],
    ['19900431', 'DATE'],
    ['19901301', 'DATE'],
    ['19900100', 'DATE'],
    ['20261120', null], // today
    ['20261121', 'DATE'], // tomorrow
  ])('born %s: %s', (digits, reason) => {
    expect(checkResidentNumber(withDate(digits), today).reason).toBe(reason);
  });

  it('takes today from the clock in China', () => {
    const number = withDate('20261121');
    expect(checkResidentNumber(number, new Date('2026-11-20T15:59:59Z')).reason).toBe('DATE'); // 23:59:59 there
    expect(checkResidentNumber(number, new Date('2026-11-20T16:00:00Z')).reason).toBe(null); // 00:00 there
  });

  it('accepts every synthetic number and reads back its parts', () => {
    fc.assert(
      fc.property(partsArbitrary, (parts) => {
        const number = syntheticResidentNumber(parts);
        expect(checkResidentNumber(number, today)).toMatchObject({
          valid: true,
          value: number,
          warnings: [],
        });
        expect(birthDateOf(number)).toBe(parts.birthDate);
        expect(sexOf(number)).toBe(parts.sequence % 2 === 1 ? 'male' : 'female');
      }),
    );
  });

  it('any other single digit breaks it', () => {
    fc.assert(
      fc.property(partsArbitrary, fc.nat(16), fc.nat(9), (parts, place, digit) => {
        const number = syntheticResidentNumber(parts);
        fc.pre(number.charAt(place) !== String(digit));
        const changed = number.slice(0, place) + String(digit) + number.slice(place + 1);
        expect(checkResidentNumber(changed, today)).toMatchObject({
          valid: false,
          reason: 'CHECK_CHARACTER',
        });
      }),
    );
  });
});

describe('what a resident number tells', () => {
  it('is nothing where it is no such number', () => {
    expect(birthDateOf('110105491231002')).toBeNull();
    expect(birthDateOf(withDate('19900431'))).toBeNull();
    expect(sexOf('1101')).toBeNull();
  });

  it('is the sex by the last digit of the sequence', () => {
    expect(sexOf(synthetic('1990-01-01', '110101', 13))).toBe('male');
    expect(sexOf(synthetic('1990-01-01', '110101', 12))).toBe('female');
  });
});

describe('syntheticResidentNumber', () => {
  it.each([
    { area: '1101', birthDate: '1990-01-01', sequence: 1 },
    { area: '110101', birthDate: '1990-02-30', sequence: 1 },
    { area: '110101', birthDate: '1990-01-01', sequence: 1000 },
    { area: '110101', birthDate: '1990-01-01', sequence: 1.5 },
  ])('refuses %j', (parts) => {
    expect(() => syntheticResidentNumber(parts)).toThrow(RangeError);
  });
});
