import type { MatchView, NeedView } from '@gongxiang/contracts';
import { type Locale, toWire } from '@gongxiang/domain';
import type { UnionRef } from '../reference/reference.entity.js';
import type { TitledMatch } from './match.repository.js';
import type { NeedRow } from './need.entity.js';
import { reasonText } from './reason-text.model.js';

/** @param union the one behind the seeker */
export function needView(row: NeedRow, union: UnionRef | null): NeedView {
  const { partyKind, partyId, budgetFen, functions: _functions, postedBy: _by, ...rest } = row;
  return {
    ...rest,
    party: { kind: partyKind, id: partyId },
    budget: budgetFen === null ? null : toWire(budgetFen),
    unionName: union?.name ?? '',
    smallMicro: isSmallMicro(union),
    matchesComputedAt: row.matchesComputedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function isSmallMicro(union: UnionRef | null): boolean {
  return union?.sizeClass === 'small' || union?.sizeClass === 'micro';
}

export function matchView(row: TitledMatch, locale: Locale): MatchView {
  const { reasons, computedAt, proposedAt, ...rest } = row;
  return {
    ...rest,
    computedAt: computedAt.toISOString(),
    proposedAt: proposedAt?.toISOString() ?? null,
    reasons: reasons.map((reason) => ({
      ...reason,
      params: { ...reason.params },
      text: reasonText(reason, locale),
    })),
  };
}
