import { describe, expect, it } from '@jest/globals';
import type { GranteeDto } from '@gongxiang/contracts/sharing/lending/grant-terms';
import {
  type Borrower,
  checkGrantee,
  type Grantee,
  type PartyFacts,
  includes,
  requireNeighbourhood,
} from './grantee.model.js';
import { borrower, everyone, noFacts } from './right.fixture.js';

type Case = readonly [string, Partial<Grantee>, Partial<PartyFacts>, boolean];
/** A degree of latitude is some 111 km: 0.09 of it are ten. */
const tenKmNorth = { longitude: 114.3, latitude: 30.69 };

describe('whom a right takes in', () => {
  it.each<Case>([
    ['everyone', {}, {}, true],
    ['its own union', { kind: 'union', unionId: 'small shop' }, { granteePath: '1.4.2.' }, true],
    ['another union', { kind: 'union', unionId: 'other' }, { granteePath: '1.4.2.' }, false],
    ['the union above, alone', { kind: 'union', unionId: 'above' }, { granteePath: '1.4.' }, false],
    ['the subtree above', { kind: 'subtree', unionId: 'above' }, { granteePath: '1.4.' }, true],
    ['a sibling subtree', { kind: 'subtree', unionId: 'other' }, { granteePath: '1.4.20.' }, false],
    ['a subtree that nobody knows', { kind: 'subtree', unionId: 'gone' }, { granteePath: null }, false],
    ['its size class', { kind: 'sizeClass', sizeClass: 'small' }, {}, true],
    ['another size class', { kind: 'sizeClass', sizeClass: 'micro' }, {}, false],
    ['its enterprise', { kind: 'party', partyId: 'firm' }, { unionIds: ['small shop'] }, true],
    ['another enterprise', { kind: 'party', partyId: 'firm' }, { unionIds: ['other'] }, false],
    ['an enterprise without a union', { kind: 'party', partyId: 'firm' }, {}, false],
    ['a club with a member of it', { kind: 'club', partyId: 'run' }, { unionIds: ['x', 'small shop'] }, true],
    ['a club without', { kind: 'club', partyId: 'run' }, { unionIds: ['x'] }, false],
    ['within 11 km', { kind: 'neighbours', withinKm: 11 }, { centre: tenKmNorth }, true],
    ['within 9 km', { kind: 'neighbours', withinKm: 9 }, { centre: tenKmNorth }, false],
    ['near an unknown place', { kind: 'neighbours', withinKm: 500 }, {}, false],
    ['in the park', { kind: 'neighbours' }, { parkPath: '1.4.' }, true],
    ['beside the park', { kind: 'neighbours' }, { parkPath: '1.5.' }, false],
    ['where there is no park', { kind: 'neighbours' }, {}, false],
    ['everyone small', { onlySizes: ['small', 'micro'] }, {}, true],
    ['everyone micro', { onlySizes: ['micro'] }, {}, false],
    ['all but those around it', {}, { exceptPaths: ['1.4.'] }, false],
    ['all but others', {}, { exceptPaths: ['1.5.'] }, true],
    [
      'its own union, but for itself',
      { kind: 'union', unionId: 'small shop' },
      { exceptPaths: ['1.4.2.'] },
      false,
    ],
  ])('%s', (_name, grantee, facts, isIncluded) => {
    expect(includes({ ...everyone, ...grantee }, { ...noFacts, ...facts }, borrower)).toBe(isIncluded);
  });

  it.each<[string, Partial<Borrower>, Partial<Grantee>, Partial<PartyFacts>]>([
    ['without a size class', { sizeClass: null }, { kind: 'sizeClass', sizeClass: 'small' }, {}],
    ['without a size class among sizes', { sizeClass: null }, { onlySizes: ['small'] }, {}],
    [
      'whose place is unknown',
      { longitude: null, latitude: null },
      { kind: 'neighbours', withinKm: 500 },
      { centre: tenKmNorth },
    ],
  ])('not a union %s', (_name, changes, grantee, facts) => {
    const held = includes({ ...everyone, ...grantee }, { ...noFacts, ...facts }, { ...borrower, ...changes });
    expect(held).toBe(false);
  });
});

describe('a grantee', () => {
  it.each([
    [{ kind: 'union' }, '/to/unionId'],
    [{ kind: 'subtree', unionId: null }, '/to/unionId'],
    [{ kind: 'sizeClass', unionId: 'x' }, '/to/sizeClass'],
    [{ kind: 'party' }, '/to/party'],
    [{ kind: 'club', party: { kind: 'club', id: 'x' } }, '/to/clubId'],
    [{ kind: 'neighbours' }, '/to/neighbours'],
  ] as const)('%j lacks something', (to, pointer) => {
    expect(() => checkGrantee(to)).toThrow(
      expect.objectContaining({ code: 'GRANTEE_INCOMPLETE', errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it.each([{}, { samePark: false }, { withinKm: 5, samePark: true }])(
    'of neighbours says one of the two, not %j',
    (neighbours) => {
      expect(() => checkGrantee({ kind: 'neighbours', neighbours })).toThrow('NEIGHBOURS_ONE_OF');
    },
  );

  it('keeps only what its kind needs, and how it is narrowed', () => {
    const to: GranteeDto = {
      kind: 'everyone',
      unionId: 'x',
      sizeClass: 'small',
      clubId: 'y',
      onlySizes: ['micro', 'micro'],
      exceptUnionIds: ['z', 'z'],
    };
    expect(checkGrantee(to)).toEqual({ ...everyone, onlySizes: ['micro'], exceptUnionIds: ['z'] });
  });

  it.each([
    [{ withinKm: 5 }, 'RESOURCE_PLACE_UNKNOWN'],
    [{ withinKm: null }, 'OWNER_PARK_UNKNOWN'],
  ])('that would reach nobody, as in %j, is refused', (near, code) => {
    const grantee = { ...everyone, kind: 'neighbours', ...near } as const;
    expect(() => requireNeighbourhood(grantee, noFacts)).toThrow(code);
    expect(() => requireNeighbourhood(everyone, noFacts)).not.toThrow();
  });
});
