import { describe, expect, it } from '@jest/globals';
import type { ComputeScoreRequest } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { newId } from '@gongxiang/domain';
import { targetOf } from './score-request.model.js';

const [id, weightVersionId] = [newId(), newId()];
const today = '2026-11-21';

function outcomeOf(change: Partial<ComputeScoreRequest>): unknown {
  try {
    return targetOf({ weightVersionId, ...change }, today);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('what is to be scored', () => {
  const club = { kind: 'club', id } as const;
  it.each<[string, Partial<ComputeScoreRequest>, unknown]>([
    ['an activity', { activityId: id }, { subject: { kind: 'activity', id }, from: null, to: null }],
    [
      'the same in the other way',
      { subject: { kind: 'activity', id } },
      { subject: { kind: 'activity', id }, from: null, to: null },
    ],
    [
      'a club by days up to today',
      { subject: club, from: '2026-01-01', to: today },
      { subject: club, from: '2026-01-01', to: today },
    ],
    ['nothing', {}, 'SCORE_SUBJECT'],
    ['both', { activityId: id, subject: club }, 'SCORE_SUBJECT'],
    ['an activity by days', { activityId: id, from: today, to: today }, 'SCORE_PERIOD'],
    ['a club without days', { subject: club }, 'SCORE_PERIOD'],
    ['a club without an end', { subject: club, from: today }, 'SCORE_PERIOD'],
    ['days in the wrong order', { subject: club, from: today, to: '2026-11-20' }, 'PERIOD_EMPTY'],
    ['days of the year 0', { subject: club, from: '0000-01-01', to: today }, 'SCORE_PERIOD'],
    ['days that lie ahead', { subject: club, from: today, to: '2026-11-22' }, 'SCORE_PERIOD'],
  ])('%s', (_name, change, expected) => {
    expect(outcomeOf(change)).toEqual(expected);
  });
});
