import { describe, expect, it } from '@jest/globals';
import { rankOffers } from '../../match-score.model.js';
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
});
