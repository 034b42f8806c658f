import { describe, expect, it } from '@jest/globals';
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
