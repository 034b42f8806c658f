import type { ScoreView, WeighedSystem } from '@gongxiang/contracts';
import type { ScoreRow } from './score.entity.js';

/** What scores name: activities by their ids, and systems by the ids of the weight versions. */
export interface ScoreNames {
  readonly titles: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, WeighedSystem>;
}

export function scoreView(row: ScoreRow, { titles, systems }: ScoreNames): ScoreView {
  const { id, activityId, weightVersionId, surveyId, missing, score, inputsHash } = row;
  const { coverage, contributions, table, missingIndicators } = row.detail;
  return {
    ...systemOf(weightVersionId, systems),
    ...{ id, activityId, activityTitle: titles.get(activityId) ?? null, weightVersionId },
    ...{ surveyId, missing, score, coverage, contributions, table, missingIndicators },
    inputs: { ...row.inputs },
    inputsHash,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The database keeps no weights without their system. */
export function systemOf(
  weightVersionId: string,
  systems: ReadonlyMap<string, WeighedSystem>,
): WeighedSystem {
  const system = systems.get(weightVersionId);
  if (system === undefined) throw new Error(`weight version ${weightVersionId} has no system`);
  return system;
}
