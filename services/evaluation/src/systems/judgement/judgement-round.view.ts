import type {
  JudgementRoundView,
  JudgeView,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type { JudgementRoundRow, JudgeRow } from './judgement.entity.js';
import type { RoundSystem } from './judgement-round.repository.js';
import { judgedCount, pairCount } from './judging.model.js';

export function roundView(
  row: JudgementRoundRow,
  judges: readonly JudgeRow[],
  system: RoundSystem | undefined,
): JudgementRoundView {
  const { id, version, indicatorSystemId, name, state, groups } = row;
  return {
    id,
    version,
    indicatorSystemId,
    name,
    state,
    groups,
    indicatorSystemName: system?.name ?? '',
    indicatorSystemVersion: system?.versionNumber ?? 1,
    pairs: groups.reduce((sum, { items }) => sum + pairCount(items), 0),
    judges: judges.map(judgeView),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function judgeView({ id, name, judgements, invitedAt, savedAt, revokedAt }: JudgeRow): JudgeView {
  return {
    id,
    name,
    judged: judgedCount(judgements),
    invitedAt: invitedAt.toISOString(),
    savedAt: savedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
