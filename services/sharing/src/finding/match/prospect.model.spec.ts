import { describe, expect, it } from '@jest/globals';
import { resourceFunctions, unionBusinesses } from '@gongxiang/contracts/sharing/sharing-events';
import fc from 'fast-check';
import { firstFree } from '../../lending/need/span.model.js';
import { shippedAnalyser } from '../../lending/words/analyser.js';
import { labelledSet } from './labelled/labelled-set.fixture.js';
import { bestOfEachKind, byRank, rankOffers } from './match-score.model.js';
import type { LentTerms, Offer, SoughtNeed } from './match.model.js';
import { toldBy } from './need-offers.js';
import { firstOf, prospectsOf, stillOpen } from './prospect.model.js';

const hour = (number: number): Date => new Date(Date.UTC(2026, 11, 1, number));
const period = (from: number, to: number) => ({ start: hour(from), end: hour(to) });
const span = (from: number, to: number) => ({ ...period(from, to), minutes: (to - from) * 60 });

const anyTitle = fc.constantFrom(
  '合唱室',
  '能坐40人的会议室',
  '投影仪',
  '瑜伽教练',
  '法律咨询',
  '章程范本',
  '',
);
const anyPlace = fc.option(
  fc.record({
    latitude: fc.double({ min: 30, max: 30.6, noNaN: true }),
    longitude: fc.double({ min: 114, max: 114.6, noNaN: true }),
  }),
  { nil: null },
);
const anyDistrict = fc.constantFrom('江岸区', '武昌区', null);
const anyFunction = fc.constantFrom(...resourceFunctions.slice(0, 3));
const anyBusiness = fc.constantFrom(...unionBusinesses.slice(0, 3));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyWant = fc.record({
  kind: fc.constantFrom('venue', 'equipment', null),
  function: anyFunction,
  business: maybe(anyBusiness),
  capacity: maybe(fc.integer({ min: 1, max: 100 })),
  quantity: maybe(fc.integer({ min: 1, max: 5 })),
  skill: maybe(fc.constantFrom('瑜伽', '法律咨询', '合唱')),
}) as fc.Arbitrary<SoughtNeed['wants'][number]>;

const anyNeed: fc.Arbitrary<SoughtNeed> = fc
  .record({
    wants: fc.array(anyWant, { minLength: 1, maxLength: 3 }),
    spans: fc.subarray([span(9, 12), span(14, 17), span(19, 21)], { minLength: 1 }),
    district: anyDistrict,
    place: anyPlace,
    headcount: fc.integer({ min: 1, max: 150 }),
    budgetFen: maybe(fc.bigInt({ min: 0n, max: 1_000n })),
    smallMicro: fc.boolean(),
    title: anyTitle,
  })
  .map(({ title, ...need }) => ({
    ...need,
    audience: 'everyone',
    seeker: { unionId: 'u', path: '1.2.', sizeClass: 'small', latitude: null, longitude: null },
    told: toldBy({ wants: need.wants, title, text: '' }, shippedAnalyser),
  }));

const anyTerms: fc.Arbitrary<LentTerms> = fc
  .record({
    busy: fc.subarray([period(8, 10), period(9, 18), period(14, 15), period(19, 20)]),
    outOfService: fc.subarray([period(0, 24), period(14, 17)]),
    right: maybe(
      fc.record({
        isAutomatic: fc.boolean(),
        isFree: fc.boolean(),
        isForSmall: fc.boolean(),
        costFen: maybe(fc.bigInt({ min: 0n, max: 1_000n })),
      }),
    ),
  })
  .map(({ busy, outOfService, right }) => ({
    kind: 'resource',
    freeIn: (at) => firstFree(at, busy),
    isInService: (at) => firstFree(at, outOfService) !== null,
    rightAt: () => right,
  }));

/** Few different values, so that many have the same score, and their ids decide. */
const anyOffer: fc.Arbitrary<Offer> = fc
  .record({
    id: fc.uuid(),
    functions: anyFunction.map((one) => [one]),
    businesses: fc.subarray(unionBusinesses.slice(0, 3), { minLength: 1 }),
    room: fc.constantFrom(null, 20, 60, 200),
    pieces: fc.constantFrom(null, 1, 3),
    title: anyTitle,
    district: anyDistrict,
    place: anyPlace,
    earlier: maybe(
      fc.record({
        score: fc.integer({ min: 0, max: 100 }),
        count: fc.integer({ min: 0, max: 3 }),
        recognitions: fc.integer({ min: 0, max: 2 }),
      }),
    ),
    terms: anyTerms,
  })
  .map(({ title, ...offer }) => ({
    ...offer,
    ownerUnionId: 'o',
    ownerPersonId: null,
    words: shippedAnalyser.wordTerms(title),
  }));

/** As `BestResources` does: reads the first ones, and then the others that are still open. */
function bestOf(need: SoughtNeed, offers: readonly Offer[]) {
  const prospects = prospectsOf(
    need,
    offers.map(({ terms, ...offer }) => ({ offer, whole: { ...offer, terms } })),
  );
  const wholes = (some: typeof prospects): Offer[] => some.map(({ of }) => of.whole);
  const first = rankOffers(need, wholes(firstOf(prospects)));
  const open = wholes(stillOpen(prospects, first));
  const best = bestOfEachKind([...first, ...rankOffers(need, open)].sort(byRank));
  return { best, read: firstOf(prospects).length + open.length };
}

describe('resources whose times and rights are read only where they may be among the best', () => {
  it('come to no more than what they could come to at best', () => {
    fc.assert(
      fc.property(anyNeed, anyOffer, (need, offer) => {
        const [ranked] = rankOffers(need, [offer]);
        const { terms: _terms, ...unread } = offer;
        const [prospect] = prospectsOf(need, [{ offer: unread }]);
        if (ranked !== undefined) expect(prospect?.atBest.score).toBeGreaterThanOrEqual(ranked.score);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are the very ones, in the same order and for the same reasons, as where all are read', () => {
    let [offered, read] = [0, 0];
    const someOffers = fc.uniqueArray(anyOffer, { selector: ({ id }) => id, minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(anyNeed, someOffers, (need, offers) => {
        const found = bestOf(need, offers);
        expect(found.best).toEqual(bestOfEachKind(rankOffers(need, offers)));
        offered += offers.length;
        read += found.read;
      }),
      { numRuns: 300, seed: 20_261_130 },
    );
    expect(read).toBeLessThan(offered / 2);
  });

  it('are the same for each need of the labelled set', () => {
    const { offers, needs } = labelledSet();
    const resources = offers.filter(({ terms }) => terms.kind === 'resource');
    for (const { need } of needs)
      expect(bestOf(need, resources).best).toEqual(bestOfEachKind(rankOffers(need, resources)));
  });
});
