import { describe, expect, it } from '@jest/globals';
import { shippedAnalyser } from '../../lending/words/analyser.js';
import { matchReasonCodes, matchStates } from '@gongxiang/contracts/sharing/finding/match.contract';
import fc from 'fast-check';
import { firstFree } from '../../lending/need/span.model.js';
import type { Want } from '../../lending/need/want.model.js';
import { type Allowed, matchLife, nextMatchState, type Offer, type SoughtNeed } from './match.model.js';
import { bestOfEachKind, rankOffers } from './match-score.model.js';
import { reasonText } from './reason-text.model.js';
import { toldBy } from './need-offers.js';

const hour = (number: number): Date => new Date(Date.UTC(2026, 11, 1, number));
const period = (from: number, to: number) => ({ start: hour(from), end: hour(to) });
const span = (from: number, to: number) => ({ ...period(from, to), minutes: (to - from) * 60 });

const hallWanted: Want = {
  function: 'facility',
  business: 'culture',
  capacity: null,
  quantity: null,
  skill: null,
};
const need: SoughtNeed = {
  seeker: { unionId: 'u', path: '1.2.', sizeClass: 'large' } as SoughtNeed['seeker'],
  wants: [hallWanted],
  spans: [span(9, 12), span(14, 17)],
  audience: 'everyone',
  district: '武昌区',
  place: null,
  headcount: 60,
  budgetFen: null,
  smallMicro: false,
  told: toldBy({ wants: [], title: '', text: '' }, shippedAnalyser),
};

const bare: Offer = {
  id: 'a',
  ownerUnionId: 'o',
  ownerPersonId: null,
  functions: ['facility'],
  businesses: ['culture'],
  room: null,
  pieces: 1,
  words: new Set(),
  district: null,
  place: null,
  earlier: null,
  terms: {
    kind: 'resource',
    freeIn: (span) => firstFree(span, []),
    isInService: () => true,
    rightAt: () => null,
  },
};

const lent = (busy: [number, number][], right: Partial<Allowed> | null = null): Partial<Offer> => ({
  terms: {
    kind: 'resource',
    freeIn: (span) =>
      firstFree(
        span,
        busy.map(([from, to]) => period(from, to)),
      ),
    isInService: () => true,
    rightAt: () => right && { isAutomatic: true, isFree: true, isForSmall: false, costFen: null, ...right },
  },
});

const outOfService = ([from, to]: [number, number]): Partial<Offer> => ({
  terms: {
    kind: 'resource',
    freeIn: (span) => firstFree(span, []),
    isInService: (span) => firstFree(span, [period(from, to)]) !== null,
    rightAt: () => null,
  },
});

function resultOf(changes: Partial<Offer>, sought: Partial<SoughtNeed> = {}) {
  return rankOffers({ ...need, ...sought }, [{ ...bare, ...changes }])[0];
}

const skilled = (skill: string): Partial<SoughtNeed> => ({
  wants: [{ ...hallWanted, function: 'people', business: null, skill }],
  told: toldBy({ wants: [{ ...hallWanted, skill }], title: '', text: '' }, shippedAnalyser),
});
const place = { latitude: 30, longitude: 114 };
const pieces = (quantity: number): Partial<SoughtNeed> => ({ wants: [{ ...hallWanted, quantity }] });

// bare: function 10 + business 10 + free in every window 20 = 40
describe('the score of a thing to borrow', () => {
  it.each([
    ['only function, business and time', {}, {}, 40],
    ['another function: no offer at all', { functions: ['people'] }, {}, undefined],
    ['another business', { businesses: ['education'] }, {}, 20], // − 10 − 10
    ['no business asked for', {}, { wants: [{ ...hallWanted, business: null }] }, 30],
    ['just the capacity', { room: 60 }, {}, 60], // + 20 · 60/60
    ['twice the capacity', { room: 120 }, {}, 50], // + ⌊20 · 60/120⌋
    ['too small', { room: 59 }, {}, 30], // − 10
    [
      'too small and of another business: two things are missed',
      { room: 59, businesses: ['education'] },
      {},
      undefined,
    ],
    ['one window of two taken', lent([[10, 11]]), {}, 35], // 20 + 10 + ⌊10 · 1/2⌋
    ['E57: a time that only touches', lent([[12, 14]]), {}, 40],
    ['both windows taken', lent([[0, 24]]), {}, 10], // − 20 − 10
    ['E62: out of service in one window', outOfService([9, 12]), {}, 40],
    ['E62: out of service in both: no offer', outOfService([9, 17]), {}, undefined],
    [
      'an hour free in a day that is flexible',
      lent([[9, 12]]),
      { spans: [{ ...period(9, 18), minutes: 60 }] },
      40,
    ],
    [
      'too short a gap in it',
      lent([
        [10, 12],
        [13, 18],
      ]),
      { spans: [{ ...period(9, 18), minutes: 61 }] },
      10,
    ],
    ['an automatic right, free', lent([], {}), {}, 60], // + 10 + 10
    ['a right on approval, at a shared cost', lent([], { isAutomatic: false, isFree: false }), {}, 51], // + 6 + 5
    ['a cost within the budget', lent([], { isFree: false, costFen: 500n }), { budgetFen: 500n }, 57], // + 10 + 7
    ['a cost beyond the budget', lent([], { isFree: false, costFen: 501n }), { budgetFen: 500n }, 40], // + 10 − 10
    ['a right for the small', lent([], { isForSmall: true }), { smallMicro: true }, 65], // + 10 + 10 + 5
    ['a small seeker, whoever the right is for', lent([], {}), { smallMicro: true }, 63], // + 10 + 10 + 3
    ['its district', { district: '武昌区' }, {}, 48], // + 8
    ['another district', { district: '洪山区' }, {}, 40],
    ['its place, a degree away', { place: { latitude: 31, longitude: 114 } }, { place }, 30], // 111 km: − 10
    ['its place, next door', { place, district: '武昌区' }, { place }, 50], // + 10, and the district does not count twice
    ['enough pieces', { pieces: 4 }, pieces(4), 60], // + 20
    ['too few pieces', { pieces: 3 }, pieces(4), 30], // − 10
    ['room and pieces, half each', { pieces: 4, room: 60 }, pieces(4), 60], // + 10 + 10
    ['what was held there before', { earlier: { score: 84, count: 3 } }, {}, 44], // + ⌊5 · 84/100⌋
    ['what of it was recognised', { earlier: { score: 84, count: 3, recognitions: 1 } }, {}, 45], // + 5, in full
    ['what was recognised unseen', { earlier: { score: 0, count: 0, recognitions: 2 } }, {}, 45],
  ] as [string, Partial<Offer>, Partial<SoughtNeed>, number | undefined][])(
    'with %s',
    (_name, offer, sought, score) => {
      expect(resultOf(offer, sought)?.score).toBe(score);
    },
  );

  // function 10 + time 20 + skill
  it.each([
    ['瑜伽与太极教练', '瑜伽教练', 43], // two of three pairs: ⌊20 · 2/3⌋
    ['瑜伽老师', '瑜伽教练', 50], // the same in other words
    ['太极教练', '瑜伽教练', 20], // one of three: − 10
    ['便携投影设备', '投影仪', 50],
    ['劳动合同范本', '劳动合同模板', 50],
  ])('“%s” for “%s”: %d', (said, skill, score) => {
    const offer = { functions: ['people'] as const, businesses: [], words: shippedAnalyser.wordTerms(said) };
    expect(resultOf({ ...offer, functions: [...offer.functions] }, skilled(skill))?.score).toBe(score);
  });

  it('is that of the want which it answers best', () => {
    const wants = [{ ...hallWanted, business: 'education' }, hallWanted] as const;
    expect(resultOf({}, { wants })).toMatchObject({ want: 1, score: 40 });
  });
});

const held = (changes: object): Partial<Offer> => ({
  pieces: null,
  terms: {
    kind: 'activity',
    period: period(9, 11),
    activityKind: 'parentChild',
    rulePaths: [],
    seats: [{ unionPath: null, sizeClasses: [], free: 60 }],
    rules: null,
    ...changes,
  } as Offer['terms'],
});
const rules = {
  unionIds: [],
  sizeClasses: [],
  ageFrom: null,
  ageTo: null,
  sex: null,
  noShow: null,
};

describe('the score of an activity with room for more', () => {
  it.each([
    ['seats and time', {}, {}, 70], // function 10 + business 10 + seats 20 + time 20 + open 10
    ['too few seats', { seats: [{ unionPath: null, sizeClasses: [], free: 59 }] }, {}, 40], // − 20 − 10
    ['no seats: no offer', { seats: [{ unionPath: null, sizeClasses: [], free: 0 }] }, {}, undefined],
    [
      'seats for another union alone',
      { seats: [{ unionPath: '1.3.', sizeClasses: [], free: 60 }] },
      {},
      undefined,
    ],
    ['seats for those above it', { seats: [{ unionPath: '1.', sizeClasses: [], free: 60 }] }, {}, 70],
    ['seats for its size', { seats: [{ unionPath: null, sizeClasses: ['large'], free: 60 }] }, {}, 70],
    [
      'seats for small ones alone',
      { seats: [{ unionPath: null, sizeClasses: ['small', 'micro'], free: 60 }] },
      {},
      undefined,
    ],
    ['a time that is only partly within', { period: period(11, 13) }, {}, 60],
    ['another time: no offer', { period: period(12, 14) }, {}, undefined],
    ['conditions for each person', { rules: { ...rules, ageFrom: 18 } }, {}, 65],
    ['rules that do not let the union in', { rules: { ...rules, sizeClasses: ['micro'] } }, {}, undefined],
    ['the kind for these people', {}, { audience: 'families' }, 70], // seats 10 + families 10
  ] as [string, object, Partial<SoughtNeed>, number | undefined][])(
    'with %s',
    (_name, terms, sought, score) => {
      expect(resultOf(held(terms), sought)?.score).toBe(score);
    },
  );
});

describe('the score of a brand and of a like need', () => {
  const brand = (minutes: number, isOpen = true): Partial<Offer> => ({
    pieces: null,
    terms: { kind: 'brand', minutes, activityKind: 'sports', isOpen },
  });
  it.each([
    ['a brand that fits into a window', brand(180), {}, 60], // 10 + 10 + any day 20 + open 10 + anywhere 10
    ['one that asks its founder', brand(180, false), {}, 56],
    ['one that takes too long', brand(181), {}, 30], // − 20 − 10
  ] as [string, Partial<Offer>, Partial<SoughtNeed>, number][])('%s', (_name, offer, sought, score) => {
    expect(resultOf(offer, sought)?.score).toBe(score);
  });

  it.each([
    ['at the same time', [span(10, 12)], 55], // 10 + 10 + time 20 + to be agreed 5 + shared cost 5, + 5 for the small
    ['at another time', [span(12, 14)], undefined],
  ])('a need for the like, %s', (_name, spans, score) => {
    const terms = { kind: 'need', spans, smallMicro: true } as const;
    expect(resultOf({ terms, pieces: null }, { smallMicro: true })?.score).toBe(score);
  });
});

const offerArbitrary = fc
  .record({
    id: fc.uuid(),
    functions: fc.constantFrom(['facility'], ['people'], ['service']),
    businesses: fc.subarray(['culture', 'education', 'service']),
    room: fc.option(fc.integer({ min: 1, max: 500 })),
    district: fc.option(fc.constantFrom('武昌区', '洪山区')),
    busy: fc.array(fc.nat(20), { maxLength: 4 }),
    right: fc.option(
      fc.record({ isAutomatic: fc.boolean(), isFree: fc.boolean(), isForSmall: fc.boolean() }),
    ),
  })
  .map(({ busy, right, ...rest }) => ({
    ...bare,
    ...rest,
    ...lent(
      busy.map((from) => [from, from + 2]),
      right,
    ),
  })) as fc.Arbitrary<Offer>;

describe('the ranking', () => {
  it('is the same whatever the order in which the offers come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(offerArbitrary, { maxLength: 12, selector: ({ id }) => id }), (offers) => {
        const ranked = rankOffers(need, offers);
        expect(rankOffers(need, [...offers].reverse())).toEqual(ranked);
      }),
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
    expect(rankOffers(need, [{ ...bare, id: 'b' }, bare]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps twenty things and five of each other kind, so that none crowds out the others', () => {
    const many = (count: number, changes: Partial<Offer>): Offer[] =>
      Array.from({ length: count }, (_one, number) => ({
        ...bare,
        ...changes,
        id: `${changes.room}-${number}`,
      }));
    const offers = [...many(30, { room: 60 }), ...many(9, { ...held({}), room: 1 })];
    const kinds = bestOfEachKind(rankOffers(need, offers)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'resource')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'activity')).toHaveLength(5);
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

  it('name functions, businesses and people as people do', () => {
    const reason = { code: 'BUSINESS_FITS', params: { business: 'culture' }, points: 10 } as const;
    expect(reasonText(reason, 'zh-CN')).toBe('业务相符：文体');
    expect(reasonText(reason, 'en')).toBe('The business fits: culture and sport');
    const meant = { code: 'AUDIENCE_FITS', params: { audience: 'families' }, points: 10 } as const;
    expect(reasonText(meant, 'zh-CN')).toBe('适合亲子家庭');
  });

  it('exist for every code in both languages', () => {
    for (const code of matchReasonCodes) {
      expect(reasonText({ code, params: {}, points: 0 }, 'zh-CN')).toMatch(/\p{Script=Han}/u);
      expect(reasonText({ code, params: {}, points: 0 }, 'en')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the life of a match', () => {
  it('has four legal steps of twelve, and a fifth for what is offered to everybody', () => {
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
    expect(nextMatchState('suggested', 'accept', true)).toBe('accepted');
    expect(() => nextMatchState('declined', 'accept', true)).toThrow('ILLEGAL_TRANSITION');
  });
});
