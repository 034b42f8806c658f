import { describe, expect, it } from '@jest/globals';
import {
  listingReviewDecisions,
  type ListingReviewState,
  listingReviewStates,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import {
  awaitsOfReview,
  decisionsOf,
  isHiddenBy,
  reportStateAfter,
  requireWords,
  stateAfter,
} from './listing-review.model.js';

const nearby = { isDecider: true, isAbove: false };
const above = { isDecider: true, isAbove: true };
const writer = { isDecider: false, isAbove: true };
const of = (state: ListingReviewState, hiddenAbove = false) => ({ state, hiddenAbove });

describe('what is decided on reports', () => {
  it('keeps or hides what is reported, and shows again what is hidden', () => {
    expect(listingReviewStates.map((state) => [state, decisionsOf(of(state), nearby)])).toEqual([
      ['reported', ['keep', 'hide']],
      ['hiddenByReports', ['hide', 'show']],
      ['hidden', ['show']],
      ['kept', []],
    ]);
  });

  it('leads nowhere else', () => {
    const ends = listingReviewStates.flatMap((state) =>
      listingReviewDecisions.flatMap((decision) =>
        decisionsOf(of(state), nearby).includes(decision)
          ? [`${state} ${decision} ${stateAfter(state, decision)}`]
          : [],
      ),
    );
    expect(ends).toEqual([
      'reported keep kept',
      'reported hide hidden',
      'hiddenByReports hide hidden',
      'hiddenByReports show kept',
      'hidden show kept',
    ]);
    expect(() => stateAfter('kept', 'hide')).toThrow(
      expect.objectContaining({ code: 'LISTING_REVIEW_STATE' }),
    );
  });

  it('is shown again by a union above alone where one above has hidden it', () => {
    expect(decisionsOf(of('hidden', true), nearby)).toEqual([]);
    expect(decisionsOf(of('hidden', true), above)).toEqual(['show']);
  });

  it('is nothing for whoever has written it', () => {
    for (const state of listingReviewStates) expect(decisionsOf(of(state), writer)).toEqual([]);
  });

  it('upholds the reports where it is hidden, and dismisses them where it stays', () => {
    expect([reportStateAfter('hidden'), reportStateAfter('kept')]).toEqual(['upheld', 'dismissed']);
  });
});

describe('many reports', () => {
  it.each([
    ['reported', 4, false],
    ['reported', 5, true],
    ['hiddenByReports', 6, false],
    ['hidden', 9, false],
    ['kept', 9, false],
  ] as const)('of what is %s by %d people hide it: %s', (state, reporters, expected) => {
    expect(isHiddenBy(state, reporters)).toBe(expected);
  });

  it('wait for officers until they were looked at, and never for whoever has written it', () => {
    const listing = { title: '数控车工', writtenBy: 'writer' };
    const waiting = listingReviewStates.filter(
      (state) => awaitsOfReview({ id: 'one', unionId: 'union', state }, listing).length > 0,
    );
    expect(waiting).toEqual(['reported', 'hiddenByReports']);
    const [first] = awaitsOfReview({ id: 'one', unionId: 'union', state: 'reported' }, listing);
    expect(first?.offices).toMatchObject({ unionIds: ['union'], exceptIds: ['writer'] });
  });
});

describe('a report', () => {
  it('says what is wrong where it is something else', () => {
    for (const words of [undefined, null, ' '])
      expect(() => requireWords('other', words)).toThrow(
        expect.objectContaining({ code: 'LISTING_REPORT_WORDS' }),
      );
    expect(() => requireWords('other', '面试地点不对')).not.toThrow();
    expect(() => requireWords('fee', undefined)).not.toThrow();
  });
});
