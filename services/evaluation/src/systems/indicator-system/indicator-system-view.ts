import type {
  ComparedSystem,
  IndicatorSystemView,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from './indicator-system.entity.js';
import { systemAwaitsMayChange } from './system-awaits-due.js';

/** The columns that a new draft begins with, written by the caller. */
export function freshLife(tx: Transaction) {
  return {
    version: 1,
    state: 'draft' as const,
    editedBy: tx.personId,
    createdAt: tx.now,
    reviewedBy: null,
    reviewedAt: null,
    returnedBy: null,
    returnReason: null,
    isReturned: false,
    publishedBy: null,
    publishedAt: null,
    retiredBy: null,
    retiredAt: null,
  };
}

/** Audits a change; people appear by id. Whom it waits for is another then. @returns the view for the caller */
export async function changed(
  tx: Transaction,
  row: IndicatorSystemRow,
  before: IndicatorSystemRow | null,
): Promise<IndicatorSystemView> {
  tx.audit({
    noun: 'indicator-system',
    id: row.id,
    before: before && audited(before),
    after: audited(row),
  });
  await systemAwaitsMayChange(tx, row.id);
  return viewOf(row, tx.personId);
}

export function viewOf(row: IndicatorSystemRow, personId: string): IndicatorSystemView {
  const { editedBy, reviewedBy: _by, returnedBy: _back, publishedBy: _out, retiredBy: _off, ...rest } = row;
  const { createdAt: _created, isReturned: _waits, ...shown } = rest;
  return {
    ...shown,
    editedByMe: editedBy === personId,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
  };
}

export function comparedOf({ id, name, versionNumber, state }: IndicatorSystemRow): ComparedSystem {
  return { id, name, versionNumber, state };
}

function audited(row: IndicatorSystemRow): Record<string, unknown> {
  const { editedBy, reviewedBy, returnedBy, publishedBy, retiredBy } = row;
  const { editedByMe: _mine, ...view } = viewOf(row, '');
  return { ...view, editedBy, reviewedBy, returnedBy, publishedBy, retiredBy };
}
