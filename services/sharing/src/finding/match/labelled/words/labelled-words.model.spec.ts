import { describe, expect, it } from '@jest/globals';
import { thingKinds } from '../../../../lending/words/thesaurus.model.js';
import { thingKindOf } from '../../../../lending/words/want-kind.model.js';
import type { WantKind } from '@gongxiang/contracts/sharing/lending/need.contract';
import { shippedAnalyser } from '../../../../lending/words/analyser.js';
import { rankOffers } from '../../match-score.model.js';
import { toldBy } from '../../need-offers.js';
import { asOffer, type WordedNeed, wordedNeeds, wordedOffers } from './labelled-words.fixture.js';

const worded = wordedOffers();
const topicOf = new Map(worded.map(({ id, topic }) => [id, topic]));
const offers = worded.map(asOffer);
const needs = wordedNeeds();

/** The place, from 1, of the first offer that would do; none: beyond all. */
function firstPlace({ need, topics }: WordedNeed): number {
  const ranked = rankOffers(need, offers);
  const place = ranked.findIndex(({ id }) => topics.includes(topicOf.get(id) ?? ''));
  return place < 0 ? Infinity : place + 1;
}

const places = new Map(needs.map((need) => [need, firstPlace(need)]));

function shareWithin(most: number, half: WordedNeed['half']): number {
  const found = needs.filter((need) => need.half === half);
  return found.filter((need) => (places.get(need) ?? Infinity) <= most).length / found.length;
}

/** A want for a facility in words alone, among halls, pools and things. */
function ranked(title: string): string[] {
  const [{ need } = { need: null }] = needs.filter((one) => one.need.wants[0]?.function === 'facility');
  if (need === null) return [];
  const told = toldBy({ wants: [...need.wants], title, text: '' }, shippedAnalyser);
  return rankOffers({ ...need, told, headcount: 1 }, offers).map(
    ({ id }) => worded.find((one) => one.id === id)?.title ?? '',
  );
}

describe('the kind of thing comes first', () => {
  it('so that a pool is found before a yoga room', () => {
    expect(ranked('组织职工游泳').slice(0, 2).sort()).toEqual(['体育中心泳池', '职工游泳馆']);
  });

  it('and seats that just suffice before the biggest hall; nothing that has none', () => {
    const found = ranked('找能坐110人的礼堂');
    // 180, 260 and 400 seats
    expect(found.slice(0, 3)).toEqual(['科技楼学术报告厅', '文化宫小剧场', '职工礼堂']);
    const seatless = worded.filter(({ room }) => room === null).map(({ title }) => title);
    const halls = worded.filter(({ topic }) => topic === 'hall').map(({ title }) => title);
    const firstSeatless = found.findIndex((title) => seatless.includes(title));
    const lastHall = Math.max(...halls.map((title) => found.indexOf(title)));
    expect(firstSeatless < 0 || firstSeatless > lastHall).toBe(true);
  });
});

/** As whoever seeks it would say it: the kind of most of the things that would do. */
function saidKind({ need, topics }: WordedNeed): WantKind | null {
  const fitting = offers.filter(
    ({ id, functions }) =>
      topics.includes(topicOf.get(id) ?? '') && functions.some((one) => one === need.wants[0]?.function),
  );
  const kinds = fitting.map(({ functions: [use = 'facility'], words, room }) =>
    thingKindOf({
      function: use,
      named: thingKinds.find((one) => words.has(`kind:${one}`)) ?? null,
      capacity: room,
    }),
  );
  const count = (kind: WantKind): number => kinds.filter((one) => one === kind).length;
  return kinds.toSorted((left, right) => count(right) - count(left))[0] ?? null;
}

function withKind(one: WordedNeed, kind: WantKind | null, skill: string | null = null): WordedNeed {
  const wants = one.need.wants.map((want) => ({ ...want, kind, skill }));
  const skills = new Map(skill === null ? [] : [[skill, shippedAnalyser.soughtWords(skill)]]);
  return { ...one, need: { ...one.need, wants, told: { ...one.need.told, skills } } };
}

describe('the kind that was said', () => {
  it.each([
    ['tuned', 0.99, 0.94],
    ['held', 0.98, 0.96],
    ['fourth', 0.86, 0.86],
    ['fifth', 0.93, 0.76],
  ] as const)('finds no less than the words alone: %s', (half, third, first) => {
    const found = needs
      .filter((need) => need.half === half)
      .map((need) => firstPlace(withKind(need, saidKind(need))));
    expect(found.filter((place) => place <= 3).length / found.length).toBeGreaterThanOrEqual(third);
    expect(found.filter((place) => place === 1).length / found.length).toBeGreaterThanOrEqual(first);
  });

  it.each([
    ['venue', ['venue'], '投影'],
    ['equipment', ['equipment'], '会议室'],
    ['vehicle', ['vehicle'], '会议室'],
  ] as const)('offers %s nothing but that, whatever the detail names', (kind, offered, skill) => {
    const [facility] = needs.filter((one) => one.need.wants[0]?.function === 'facility');
    const { need } = withKind(facility as WordedNeed, kind, skill);
    const kinds = rankOffers({ ...need, headcount: 1 }, offers).map(
      ({ id }) => offers.find((one) => one.id === id)?.words ?? new Set(),
    );
    expect(kinds.length).toBeGreaterThan(0);
    const others = thingKinds.filter((one) => !offered.some((may) => may === one) && facilityOf.has(one));
    expect(kinds.filter((words) => others.some((one) => words.has(`kind:${one}`)))).toEqual([]);
  });
});

const facilityOf = new Set<string>(['venue', 'equipment', 'vehicle']);

describe('the matcher, from title and text alone', () => {
  it('is asked for enough: sixty needs, half of them held out, and 150 offers', () => {
    expect(offers.length).toBeGreaterThanOrEqual(150);
    expect(needs.filter(({ half }) => half === 'held').length).toBeGreaterThanOrEqual(30);
    expect(needs.filter(({ half }) => half === 'tuned').length).toBeGreaterThanOrEqual(30);
  });

  it.each(['tuned', 'held'] as const)(
    'puts what would do among the first three, and mostly first: %s',
    (half) => {
      expect(shareWithin(3, half)).toBeGreaterThanOrEqual(0.95);
      expect(shareWithin(1, half)).toBeGreaterThanOrEqual(0.8);
    },
  );

  it.each(['fourth', 'fifth'] as const)(
    'does so less often with things that no word is known for: %s',
    (half) => {
      expect(shareWithin(3, half)).toBeGreaterThanOrEqual(0.8);
      expect(shareWithin(1, half)).toBeGreaterThanOrEqual(0.7);
    },
  );
});
