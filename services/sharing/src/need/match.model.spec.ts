import { describe, expect, it } from '@jest/globals';
import { matchReasonCodes, matchStates } from '@gongxiang/contracts';
import fc from 'fast-check';
import { indexTerms } from '../resource/search-terms.model.js';
import { matchLife, nextMatchState, type Offer, rankOffers, type SoughtNeed } from './match.model.js';
import { reasonText } from './reason-text.model.js';

const hour = (number: number): Date => new Date(Date.UTC(2026, 11, 1, number));
const period = (from: number, to: number) => ({ start: hour(from), end: hour(to) });

const need: SoughtNeed = {
  wants: [{ function: 'facility', business: 'culture', capacity: null, skill: null }],
  windows: [period(9, 12), period(14, 17)],
  district: '武昌区',
  place: null,
  headcount: 60,
  smallMicro: true,
};

const bare: Offer = {
  resourceId: 'a',
  function: 'facility',
  businesses: ['education'],
  capacity: null,
  terms: new Set(),
  district: null,
  place: null,
  busy: [],
  right: null,
};

function scoreOf(changes: Partial<Offer>, sought: Partial<SoughtNeed> = {}): number | undefined {
  return rankOffers({ ...need, ...sought }, [{ ...bare, ...changes }])[0]?.score;
}

// bare: function 20 + free in every window 20 = 40
describe('the score of an offer', () => {
  it.each([
    ['only its function and its time', {}, {}, 40],
    ['another function: no offer at all', { function: 'people' }, {}, undefined],
    ['its business', { businesses: ['culture'] }, {}, 50], // + 10
    ['just the capacity', { capacity: 60 }, {}, 55], // + 15 · 60/60
    ['twice the capacity', { capacity: 120 }, {}, 47], // + ⌊15 · 60/120⌋ = 7
    ['half the capacity', { capacity: 30 }, {}, 43], // + ⌊15 · 30/60 / 2⌋ = 3
    ['one window of two taken', { busy: [period(10, 11)] }, {}, 35], // 20 + 10 + ⌊10 · 1/2⌋
    ['E57: a time that only touches', { busy: [period(12, 14)] }, {}, 40],
    ['both windows taken', { busy: [period(0, 24)] }, {}, 20],
    [
      'an automatic right, free',
      { right: { approval: 'automatic', price: 'free', forSmallMicro: false } },
      {},
      60,
    ], // + 15 + 5
    [
      'a right on approval, at a cost',
      { right: { approval: 'custodian', price: 'costShare', forSmallMicro: false } },
      {},
      50,
    ], // + 10
    [
      'a right for the small',
      { right: { approval: 'automatic', price: 'free', forSmallMicro: true } },
      {},
      65,
    ], // + 15 + 5 + 5
    [
      'the same, for a large seeker',
      { right: { approval: 'automatic', price: 'free', forSmallMicro: true } },
      { smallMicro: false },
      60,
    ],
    ['its district', { district: '武昌区' }, {}, 48], // + 8
    ['another district', { district: '洪山区' }, {}, 40],
    [
      'its place, a degree away',
      { place: { latitude: 31, longitude: 114 } },
      { place: { latitude: 30, longitude: 114 } },
      40,
    ], // 111 km > 50 km
    [
      'its place, next door',
      { place: { latitude: 30, longitude: 114 }, district: '武昌区' },
      { place: { latitude: 30, longitude: 114 } },
      50,
    ], // + 10, and the district does not count twice
  ] as [string, Partial<Offer>, Partial<SoughtNeed>, number | undefined][])(
    'with %s',
    (_name, offer, sought, score) => {
      expect(scoreOf(offer, sought)).toBe(score);
    },
  );

  it('looks for a skill in the words of the offer', () => {
    const wants = [{ function: 'people', business: null, capacity: null, skill: '瑜伽教练' }] as const;
    const terms = new Set(indexTerms('瑜伽与太极教练'));
    // 40 + ⌊15 · 2/3⌋ = 50
    expect(scoreOf({ function: 'people', terms }, { wants })).toBe(50);
    expect(scoreOf({ function: 'people' }, { wants })).toBe(40);
  });

  it('is that of the want which it answers best', () => {
    const wants = [
      { function: 'facility', business: 'culture', capacity: null, skill: null },
      { function: 'facility', business: 'education', capacity: null, skill: null },
    ] as const;
    expect(rankOffers({ ...need, wants }, [bare])[0]).toMatchObject({ want: 1, score: 50 });
  });
});

const offerArbitrary: fc.Arbitrary<Offer> = fc.record({
  resourceId: fc.uuid(),
  function: fc.constantFrom('facility', 'people', 'service'),
  businesses: fc.subarray(['culture', 'education', 'service']),
  capacity: fc.option(fc.integer({ min: 1, max: 500 })),
  terms: fc.constant(new Set<string>()),
  district: fc.option(fc.constantFrom('武昌区', '洪山区')),
  place: fc.option(
    fc.record({
      latitude: fc.double({ min: 30, max: 31, noNaN: true }),
      longitude: fc.double({ min: 114, max: 115, noNaN: true }),
    }),
  ),
  busy: fc.array(
    fc.nat(20).map((from) => period(from, from + 2)),
    { maxLength: 4 },
  ),
  right: fc.option(
    fc.record({
      approval: fc.constantFrom('automatic', 'custodian'),
      price: fc.constantFrom('free', 'costShare'),
      forSmallMicro: fc.boolean(),
    }),
  ),
}) as fc.Arbitrary<Offer>;

describe('the ranking', () => {
  it('is the same whatever the order in which the offers come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(offerArbitrary, { maxLength: 12, selector: (offer) => offer.resourceId }),
        fc.boolean(),
        (offers, located) => {
          const sought = { ...need, place: located ? { latitude: 30.5, longitude: 114.5 } : null };
          const ranked = rankOffers(sought, offers);
          expect(rankOffers(sought, [...offers].reverse())).toEqual(ranked);
          expect(ranked).toHaveLength(offers.filter((offer) => offer.function === 'facility').length);
        },
      ),
    );
  });

  it('explains every point of a score, in 0 to 100, best first', () => {
    fc.assert(
      fc.property(fc.array(offerArbitrary, { maxLength: 12 }), (offers) => {
        const ranked = rankOffers(need, offers);
        for (const { score, reasons } of ranked) {
          expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((left, right) => right - left));
      }),
    );
  });

  it('puts the older of two equal offers first', () => {
    const ids = rankOffers(need, [{ ...bare, resourceId: 'b' }, bare]).map(({ resourceId }) => resourceId);
    expect(ids).toEqual(['a', 'b']);
  });
});

describe('the words of a reason', () => {
  it.each([
    ['zh-CN', '可容纳 120 人，需要 60 人'],
    ['en', 'Holds 120 people, 60 needed'],
  ] as const)('in %s', (locale, text) => {
    expect(
      reasonText({ code: 'CAPACITY_FITS', params: { capacity: 120, needed: 60 }, points: 7 }, locale),
    ).toBe(text);
  });

  it('name functions and businesses as people do', () => {
    const reason = { code: 'BUSINESS_FITS', params: { business: 'culture' }, points: 10 } as const;
    expect(reasonText(reason, 'zh-CN')).toBe('业务相符：文体');
    expect(reasonText(reason, 'en')).toBe('The business fits: culture and sport');
  });

  it('exist for every code in both languages', () => {
    for (const code of matchReasonCodes) {
      expect(reasonText({ code, params: {}, points: 0 }, 'zh-CN')).toMatch(/\p{Script=Han}/u);
      expect(reasonText({ code, params: {}, points: 0 }, 'en')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the life of a match', () => {
  it('has four legal steps of twelve', () => {
    const steps = ['propose', 'accept', 'decline'] as const;
    const legal = matchStates.flatMap((state) =>
      steps.flatMap((step) => {
        const next = matchLife[state][step];
        if (next === undefined) expect(() => nextMatchState(state, step)).toThrow('ILLEGAL_TRANSITION');
        return next === undefined ? [] : [`${state} ${step} ${next}`];
      }),
    );
    expect(legal).toEqual([
      'suggested propose proposed',
      'suggested decline declined',
      'proposed accept accepted',
      'proposed decline declined',
    ]);
  });
});
