import type { ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { ScoreView, WeighedSystem } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { ScoreRow } from './score.entity.js';
import type { Contribution } from './score.model.js';

/** Names for scores: subjects by id, and systems by weight version id. */
interface ScoreNames {
  readonly titles: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, WeighedSystem>;
}

export function scoreView(row: ScoreRow, { titles, systems }: ScoreNames): ScoreView {
  const { id, subjectKind: kind, subjectId, periodFrom, periodTo, weightVersionId } = row;
  const { surveyId, missing, score, inputsHash } = row;
  const name = titles.get(subjectId) ?? null;
  const isActivity = kind === 'activity';
  const { coverage, contributions, table, missingIndicators, interval = null } = row.detail;
  return {
    ...systemOf(weightVersionId, systems),
    id,
    subject: { kind, id: subjectId, name },
    periodFrom,
    periodTo,
    weightVersionId,
    activityId: isActivity ? subjectId : null,
    activityTitle: isActivity ? name : null,
    surveyId,
    missing,
    score,
    interval,
    coverage,
    table,
    missingIndicators,
    revision: row.revision,
    revisesId: row.revisesId,
    cause: row.cause,
    // Targets came later than the first scores.
    contributions: contributions.map((one) => ({ ...one, ...targetOf(one) })),
    inputs: { ...row.inputs },
    inputsHash,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A foreign key guarantees that weights have a system. */
export function systemOf(
  weightVersionId: string,
  systems: ReadonlyMap<string, WeighedSystem>,
): WeighedSystem {
  const system = systems.get(weightVersionId);
  if (system === undefined) throw new Error(`weight version ${weightVersionId} has no system`);
  return system;
}

function targetOf({
  target = null,
  isTargetReached = null,
}: Partial<Contribution>): Pick<Contribution, 'target' | 'isTargetReached'> {
  return { target, isTargetReached };
}

/** The published event data of a score. */
export function computedOf(row: ScoreRow): ScoreComputed {
  const { id: scoreId, subjectKind: kind, subjectId: id, periodFrom, periodTo, score } = row;
  return {
    scoreId,
    activityId: kind === 'activity' ? id : null,
    subject: { kind, id },
    periodFrom,
    periodTo,
    score,
    computedAt: row.createdAt.toISOString(),
  };
}
