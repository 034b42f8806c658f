import { describe, expect, it } from '@jest/globals';
import type { Unmet } from '../../activities/eligibility/conditions.model.js';
import { seatAfterMove } from './belonging.model.js';

type Seat = Parameters<typeof seatAfterMove>[0];

const everybody = {
  unionId: null,
  unionPath: null,
  clubId: null,
  sizeClasses: [],
  sex: null,
  releasedAt: null,
} as const;
const old = { ...everybody, id: 'old', unionId: 'a', unionPath: '1.2.' };
const other = { ...everybody, id: 'other', unionId: 'b', unionPath: '1.3.' };
const common = { ...everybody, id: 'common' };
const large = { ...everybody, id: 'large', sizeClasses: ['large' as const] };
const club = { ...everybody, id: 'club', clubId: 'c' };
const moved: Seat = {
  state: 'confirmed',
  poolId: 'old',
  overrideReason: null,
  isRedeemed: false,
  isPromotionOver: false,
  seeker: { unionPath: '1.3.4.', sizeClass: 'micro', sex: null, serving: null },
  unmet: [],
  pools: [old],
  clubIds: new Set(),
};
const stays = { kind: 'stays' };
const ends = (cause: string) => ({ kind: 'ends', cause });
const unmet = (...codes: Unmet['code'][]): Unmet[] => codes.map((code) => ({ code, params: {} }));

describe('the seat of somebody who belongs to another union now', () => {
  it.each<[string, Partial<Seat>, string]>([
    ['of the union', { pools: [old, other] }, 'other'],
    ['of the union before that for everybody', { pools: [old, common, other] }, 'other'],
    ['for everybody', { pools: [old, common] }, 'common'],
    [
      'of the union that serves them',
      { pools: [old, { ...other, id: 'serving', unionPath: '1.9.' }], seeker: served('1.9.') },
      'serving',
    ],
    ['of a club they are in', { pools: [old, club, other], clubIds: new Set(['c']) }, 'club'],
    [
      'for everybody where that of the union is released',
      { pools: [old, { ...other, releasedAt: new Date() }, common] },
      'common',
    ],
  ])('goes to the pool %s', (_name, change, id) => {
    expect(seatAfterMove({ ...moved, ...change })).toMatchObject({ kind: 'moves', pool: { id } });
    expect(seatAfterMove({ ...moved, ...change, state: 'waitlisted' })).toMatchObject({ pool: { id } });
  });

  it.each<[string, Partial<Seat>]>([
    ['the pool is for everybody', { poolId: 'common', pools: [common, other] }],
    ['the pool is of a union above both', { pools: [{ ...old, unionPath: '1.' }, other] }],
    [
      'the pool was released after they had got in',
      { pools: [{ ...old, unionPath: '1.', releasedAt: new Date() }, common] },
    ],
    ['the union whose seat it is serves them still', { seeker: served('1.2.8.') }],
    ['the pool is of a club, which they may have left', { poolId: 'club', pools: [club, other] }],
    [
      'what is unmet was judged at sign-up',
      {
        pools: [{ ...old, unionPath: '1.' }],
        unmet: unmet('AGE_ABOVE', 'NO_SHOW_BLOCKED', 'NOT_IN_THESE_CLUBS'),
      },
    ],
    ['an officer has answered for it', { overrideReason: '嘉宾', unmet: unmet('NOT_OF_THESE_UNIONS') }],
    ['a coupon was handed out', { isRedeemed: true, unmet: unmet('NOT_OF_THESE_UNIONS') }],
    ['E25: nobody would move up into it', { isPromotionOver: true, unmet: unmet('NOT_OF_THESE_UNIONS') }],
    ['E25: nobody would move up into it, offered as it is', { state: 'held', isPromotionOver: true }],
  ])('stays where %s', (_name, change) => {
    expect(seatAfterMove({ ...moved, ...change })).toEqual(stays);
  });

  it.each<[string, Partial<Seat>, string]>([
    ['no pool is for them', {}, 'noPool'],
    ['the pool is for other sizes', { poolId: 'large', pools: [large] }, 'noPool'],
    [
      'E25: they only wait, though nobody moves up any more',
      { state: 'waitlisted', isPromotionOver: true },
      'noPool',
    ],
    ['it is for other unions', { pools: [common], unmet: unmet('NOT_OF_THESE_UNIONS') }, 'otherUnions'],
    ['it is for other sizes', { pools: [common], unmet: unmet('NOT_OF_THESE_SIZE_CLASSES') }, 'otherSizes'],
    ['it is too far away', { pools: [common], unmet: unmet('NOT_A_NEIGHBOUR') }, 'tooFar'],
    ['nobody knows how far it is', { pools: [common], unmet: unmet('PLACE_UNKNOWN') }, 'placeUnknown'],
    ['it is for another park', { pools: [common], unmet: unmet('NOT_IN_THE_PARK') }, 'outsidePark'],
    [
      'it is for other groups',
      { pools: [common], unmet: unmet('AGE_ABOVE', 'NOT_IN_THESE_GROUPS') },
      'otherGroups',
    ],
  ])('is given back where %s', (_name, change, cause) => {
    expect(seatAfterMove({ ...moved, ...change })).toEqual(ends(cause));
  });
});

function served(unionPath: string): Seat['seeker'] {
  return { ...moved.seeker, serving: { unionPath, sizeClass: null } };
}
