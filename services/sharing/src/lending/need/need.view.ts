import type { NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import { toWire } from '@gongxiang/domain';
import type { UnionRef } from '../../reference/reference.entity.js';
import type { NeedRow } from './need.entity.js';

/** @param union the one behind the seeker @param offers the number of proposed offers */
export function needView(row: NeedRow, union: UnionRef | null, offers: number): NeedView {
  const { partyKind, partyId, budgetFen, functions: _functions, postedBy: _by, ...rest } = row;
  const { businesses: _businesses, searchTerms: _terms, ...shown } = rest;
  return {
    ...shown,
    flexible: row.flexible.map((one) => ({ ...one, weekdays: [...one.weekdays] })),
    offers,
    bestScore: null,
    party: { kind: partyKind, id: partyId },
    budget: budgetFen === null ? null : toWire(budgetFen),
    unionName: union?.name ?? '',
    smallMicro: isSmallMicro(union),
    expiresAt: row.expiresAt.toISOString(),
    matchesComputedAt: row.matchesComputedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function isSmallMicro(union: Pick<UnionRef, 'sizeClass'> | null): boolean {
  return union?.sizeClass === 'small' || union?.sizeClass === 'micro';
}
