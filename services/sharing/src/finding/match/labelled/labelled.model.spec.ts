import { describe, expect, it } from '@jest/globals';
import { matchKinds } from '@gongxiang/contracts/sharing/finding/match.contract';
import { bestOfEachKind, rankOffers } from '../match-score.model.js';
import { type LabelledNeed, labelledSet } from './labelled-set.fixture.js';

const { offers, needs } = labelledSet();

/** The share of suitable offers among the first five of a need; relative to fewer if there are fewer. */
function precisionAtFive({ need, relevant }: LabelledNeed): number {
  const shown = bestOfEachKind(rankOffers(need, offers)).slice(0, Math.min(5, relevant.size));
  return shown.length === 0
    ? 0
    : shown.filter(({ id }) => relevant.has(id)).length / Math.min(5, relevant.size);
}

describe('the matcher, on the labelled set', () => {
  it('is asked for enough: sixty needs, two hundred offers of every kind, each need with something that would do', () => {
    expect(needs.length).toBeGreaterThanOrEqual(60);
    expect(offers.length).toBeGreaterThanOrEqual(200);
    expect(new Set(offers.map(({ terms }) => terms.kind))).toEqual(new Set(matchKinds));
    const known = new Set(offers.map(({ id }) => id));
    for (const { relevant } of needs) {
      expect(relevant.size).toBeGreaterThan(0);
      expect([...relevant].filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('puts what would do among the first five, as its README states', () => {
    const found = needs.map(precisionAtFive);
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    expect(mean).toBeGreaterThanOrEqual(0.89);
  });
});
