import { describe, expect, it } from '@jest/globals';
import { attributesFor, wordsOf } from './attributes.model.js';

const nothing = {
  areaSquareMetres: null,
  seats: null,
  equipment: [],
  accessibility: null,
  skills: [],
  languages: [],
  certificates: [],
  included: null,
  atBorrowersPlace: null,
};

describe('the attributes of a resource', () => {
  it.each([
    ['facility', { seats: 45, equipment: ['投影', ' 投影 ', ' '] }, { seats: 45, equipment: ['投影'] }],
    [
      'people',
      { skills: ['急救'], certificates: ['红十字救护员'] },
      { skills: ['急救'], certificates: ['红十字救护员'] },
    ],
    [
      'service',
      { included: '两小时咨询', atBorrowersPlace: false },
      { included: '两小时咨询', atBorrowersPlace: false },
    ],
    ['management', { languages: ['中文'] }, { languages: ['中文'] }],
    ['people', { seats: null, equipment: [] }, {}], // empty values are no attributes of others
    ['information', {}, {}],
  ] as const)('of %s: %j', (kind, said, stored) => {
    expect(attributesFor(kind, said as object)).toEqual({ ...nothing, ...stored });
  });

  it.each([
    ['people', { seats: 45 }, '/seats'],
    ['facility', { skills: ['急救'] }, '/skills'],
    ['information', { atBorrowersPlace: true }, '/atBorrowersPlace'],
  ] as const)('of %s are not %j', (kind, said, pointer) => {
    expect(() => attributesFor(kind, said as object)).toThrow(
      expect.objectContaining({
        code: 'ATTRIBUTE_NOT_FOR_FUNCTION',
        errors: [expect.objectContaining({ pointer })],
      }),
    );
  });

  it('are words to be found by', () => {
    expect(wordsOf(null)).toBe('');
    expect(wordsOf({ ...nothing, skills: ['急救'], included: '茶水', seats: 45 })).toBe('急救 茶水');
  });
});
