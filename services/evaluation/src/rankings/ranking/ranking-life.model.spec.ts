import { describe, expect, it } from '@jest/globals';
import { rankingStates } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import {
  isToBeFinal,
  nextRankingState,
  noticeEnd,
  rankingLife,
  type RankingVerb,
} from './ranking-life.model.js';

describe('the life of a ranking', () => {
  it.each(Object.keys(rankingLife) as RankingVerb[])('lets %s happen from its states alone', (verb) => {
    const { from, to } = rankingLife[verb];
    for (const state of rankingStates) {
      const next = (): string => nextRankingState(state, verb);
      if (from.includes(state)) expect(next()).toBe(to === 'same' ? state : to);
      else expect(next).toThrow('ILLEGAL_TRANSITION');
    }
  });

  it('has no way to what counts but through a notice', () => {
    const ways = Object.values(rankingLife).filter(({ to }) => to === 'final');
    expect(ways).toEqual([{ from: ['notice'], to: 'final' }]);
  });

  const at = new Date('2026-11-21T12:00:00Z');
  it.each([
    // [state, end of the notice, open appeals, becomes final]
    ['notice', '2026-11-21T12:00:00Z', 0, true],
    ['notice', '2026-11-21T12:00:01Z', 0, false],
    ['notice', '2026-11-20T00:00:00Z', 1, false],
    ['revising', '2026-11-20T00:00:00Z', 0, false],
    ['withdrawn', '2026-11-20T00:00:00Z', 0, false],
  ] as const)('%s, notice until %s with %i open appeals: final %s', (state, end, open, expected) => {
    expect(isToBeFinal({ state, noticeEndsAt: new Date(end) }, open, at)).toBe(expected);
  });

  it.each([
    // 21 November 20:00 in Shanghai; seven whole days are the 22nd to the 28th
    ['2026-11-21T12:00:00Z', 7, '2026-11-28T16:00:00.000Z'],
    // 22 November 00:30 in Shanghai: the 23rd alone
    ['2026-11-21T16:30:00Z', 1, '2026-11-23T16:00:00.000Z'],
  ])('a notice from %s on of %i days ends at %s', (from, days, end) => {
    expect(noticeEnd(new Date(from), days).toISOString()).toBe(end);
  });
});
