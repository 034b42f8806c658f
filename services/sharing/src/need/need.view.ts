import type { MatchView, NeedView } from '@gongxiang/contracts';
import { type Locale, toWire } from '@gongxiang/domain';
import type { UnionRef } from '../reference/reference.entity.js';
import type { TitledMatch } from './match.repository.js';
import type { NeedRow } from './need.entity.js';
import { reasonText } from './reason-text.model.js';

export function needView(row: NeedRow, smallMicro: boolean): NeedView {
  const {
    partyKind,
    partyId,
    budgetFen,
    functions: _functions,
    postedBy: _by,
    createdAt: _at,
    ...rest
  } = row;
  return {
    ...rest,
    party: { kind: partyKind, id: partyId },
    budget: budgetFen === null ? null : toWire(budgetFen),
    smallMicro,
    matchesComputedAt: row.matchesComputedAt?.toISOString() ?? null,
  };
}

export function isSmallMicro(union: UnionRef | null): boolean {
  return union?.sizeClass === 'small' || union?.sizeClass === 'micro';
}

export function matchView(row: TitledMatch, locale: Locale): MatchView {
  const { reasons, computedAt, ...rest } = row;
  return {
    ...rest,
    computedAt: computedAt.toISOString(),
    reasons: reasons.map((reason) => ({
      ...reason,
      params: { ...reason.params },
      text: reasonText(reason, locale),
    })),
  };
}
