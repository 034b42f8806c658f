import type { RankingView } from '@gongxiang/contracts';
import { type ScoreNames, systemOf } from '../score/score-view.js';
import type { RankingRow } from './ranking.entity.js';

export function rankingView(row: RankingRow, { titles, systems }: ScoreNames): RankingView {
  const { id, weightVersionId, method, scaling, entries, leftOut } = row;
  return {
    ...systemOf(weightVersionId, systems),
    ...{ id, weightVersionId, method, scaling, entries },
    leftOut: leftOut.map((activityId) => ({ activityId, activityTitle: titles.get(activityId) ?? null })),
    createdAt: row.createdAt.toISOString(),
  };
}
