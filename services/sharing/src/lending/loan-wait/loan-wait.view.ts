import type { LoanWaitView } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { LoanNames } from '../loan/loan.view.js';
import type { LoanWaitRow } from './loan-wait.entity.js';

export function waitViewOf(
  row: LoanWaitRow,
  names: LoanNames,
  { place, smallFirst }: { readonly place: number | null; readonly smallFirst: boolean },
): LoanWaitView {
  const { id, version, resourceId, borrowerUnionId, durationMinutes, purpose, state, hindrance, loanId } =
    row;
  return {
    id,
    version,
    resourceId,
    borrowerUnionId,
    durationMinutes,
    purpose,
    state,
    hindrance,
    loanId,
    resourceTitle: names.resources.get(resourceId) ?? '',
    borrowerUnionName: names.unions.get(borrowerUnionId) ?? '',
    windowFrom: row.windowFrom.toISOString(),
    windowTo: row.windowTo.toISOString(),
    latestDecisionAt: row.latestDecisionAt.toISOString(),
    place: state === 'waiting' ? place : null,
    smallFirst,
    lookedAt: isoOf(row.lookedAt),
    offeredFrom: isoOf(row.offeredFrom),
    offeredTo: isoOf(row.offeredTo),
    offerExpiresAt: isoOf(row.offerExpiresAt),
    quantity: row.quantity,
    createdAt: row.createdAt.toISOString(),
  };
}

function isoOf(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
