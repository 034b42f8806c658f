import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type MoneyWire, toWire } from '@gongxiang/domain';
import { recordEvents, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { scheduleTakenOffers } from '../resource/offer.due.js';
import { ResourceRow } from '../resource/resource.entity.js';
import { bookedTitle } from '../resource/resource.model.js';
import type { LoanRow } from './loan.entity.js';
import { feeDue, isOverdue } from './loan.model.js';
import { awaitsMayChange } from './loan-awaits-due.js';
import { loanNoticeWork } from './loan-notice-work.js';

/** The names of the resources and unions of loans. */
export interface LoanNames {
  readonly resources: ReadonlyMap<string, string>;
  readonly unions: ReadonlyMap<string, string>;
}

export function loanView(row: LoanRow, now: Date, names: LoanNames): LoanView {
  const { function: _function, feeFen, feeEachFen: _each, feePer: _per, depositFen, ...most } = row;
  const { requestedAt: _asked, partyKind, partyId, ...rest } = most;
  return {
    ...rest,
    party: partyKind === null || partyId === null ? null : { kind: partyKind, id: partyId },
    resourceTitle: nameIn(names.resources, row.resourceId),
    ownerUnionName: nameIn(names.unions, row.ownerUnionId),
    borrowerUnionName: nameIn(names.unions, row.borrowerUnionId),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    right: row.grantId === null ? 'ownership' : 'grant',
    fee: moneyOf(feeFen),
    deposit: moneyOf(depositFen),
    decideBy: timeOf(row.decideBy),
    decidedAt: timeOf(row.decidedAt),
    handedOverAt: timeOf(row.handedOverAt),
    returnedAt: timeOf(row.returnedAt),
    closedAt: timeOf(row.closedAt),
    heldUntil: timeOf(row.heldUntil),
    overdue: isOverdue(row, now),
    createdAt: row.createdAt.toISOString(),
  };
}

function timeOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

/** Empty if the copy has not arrived yet. */
function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? '';
}

function moneyOf(fen: bigint | null): MoneyWire | null {
  return fen === null ? null : toWire(fen);
}

/** What is lent. */
interface LentThing {
  readonly title: string;
  /** The personal owner, if there is one. */
  readonly ownerPersonId: string | null;
}

/** The state of a loan as published. */
export function loanState(row: LoanRow, things: ReadonlyMap<string, LentThing>): LoanStateData {
  const { title, ownerPersonId } = things.get(row.resourceId) ?? { title: '', ownerPersonId: null };
  return { ...stateOf(row), title, ownerPersonId };
}

/** The lent resources of these loans, by id. */
export async function thingsOf(
  tx: Transaction,
  rows: readonly LoanRow[],
): Promise<ReadonlyMap<string, LentThing>> {
  const ids = [...new Set(rows.map(({ resourceId }) => resourceId))];
  const select = { id: true, title: true, ownerKind: true, ownerId: true } as const;
  const found = await tx.sql.find(ResourceRow, { select, where: { id: In(ids) } });
  return new Map(
    found.map((resource) => [
      resource.id,
      {
        title: bookedTitle(resource),
        ownerPersonId: resource.ownerKind === 'person' ? resource.ownerId : null,
      },
    ]),
  );
}

function stateOf(row: LoanRow): LoanStateData {
  const { id, version, resourceId, ownerUnionId, borrowerUnionId, requestedBy, state } = row;
  return {
    id,
    version,
    resourceId,
    ownerUnionId,
    borrowerUnionId,
    requestedBy,
    activityId: row.activityId,
    pieces: row.quantity,
    function: row.function,
    state,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    requestedAt: timeOf(row.requestedAt),
    decidedAt: timeOf(row.decidedAt),
    handedOverAt: timeOf(row.handedOverAt),
    returnedAt: timeOf(row.returnedAt),
    closedAt: timeOf(row.closedAt),
    fee: moneyOf(row.feeFen),
    feeDue: moneyOf(feeDue(row)),
    deposit: moneyOf(row.depositFen),
  };
}

/** A change of a loan, and its author. */
interface LoanChange {
  readonly tx: Transaction;
  readonly row: LoanRow;
  readonly before: LoanRow | null;
}

/** Records a change of a loan in the audit trail and publishes it. */
export function loanChanged(tx: Transaction, row: LoanRow, before: LoanRow | null): Promise<void> {
  return loansChanged([{ tx, row, before }]);
}

/** The same for several, each perhaps by a different caller, in one database transaction. */
export async function loansChanged(changes: readonly LoanChange[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  for (const { tx, row, before } of changes)
    tx.audit({ noun: 'loan', id: row.id, before: before && audited(before), after: audited(row) });
  const things = await thingsOf(
    first.tx,
    changes.map(({ row }) => row),
  );
  const events = changes.map(({ tx, row }) => ({
    about: row.id,
    data: loanState(row, things),
    by: tx,
  }));
  await recordEvents(first.tx, sharingEvents.loanChanged, events);
  await awaitsMayChange(first.tx, ...changes.filter(isAnswered).map(({ row }) => row.id));
  const { now } = first.tx;
  const notices = changes.flatMap(({ row, before }) => loanNoticeWork(row, before, now));
  first.tx.send(scheduleAll(first.tx, notices));
  first.tx.send(scheduleTakenOffers(first.tx, [...new Set(changes.map(({ row }) => row.resourceId))]));
}

/** Asked for, or no longer: somebody begins or ends to be awaited. */
function isAnswered({ row, before }: LoanChange): boolean {
  return row.state === 'requested' || before?.state === 'requested';
}

function audited(row: LoanRow): Record<string, unknown> {
  const { quantity, grantId, grantVersion, reasonCode, reason, overrideReason, requesterLeft } = row;
  const heldUntil = row.heldUntil?.toISOString() ?? null;
  return {
    ...stateOf(row),
    quantity,
    grantId,
    grantVersion,
    reasonCode,
    reason,
    overrideReason,
    requesterLeft,
    heldUntil,
  };
}
