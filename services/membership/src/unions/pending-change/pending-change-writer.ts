import { Injectable } from '@nestjs/common';
import {
  type PendingChangeKind,
  pendingChangesMax,
  type PendingChangeState,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { DomainError, newId, type RoleName } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { awaitsMayChange } from '../awaits/awaits-due.js';
import type { FieldChange, PendingChangeRow } from './pending-change.entity.js';
import { PendingChangeRepository } from './pending-change.repository.js';

/** How many potential confirmers are notified at once; everybody finds the change in the list. */
const notifiedMax = 100;

interface NewPendingChange {
  readonly kind: PendingChangeKind;
  readonly unionId: string;
  readonly personId?: string;
  readonly role?: RoleName;
  /** The last day on which the role is to be held. */
  readonly validTo?: string | null;
  readonly enterpriseId?: string;
  /** Where it is decided, unless that is directly above. */
  readonly deciderUnionId?: string | null;
  readonly changes?: readonly FieldChange[];
  /** The path at which the deciders hold office; null for a role that only its person has to accept. */
  readonly decidedAt: string | null;
}

export interface PendingChangeOutcome {
  readonly state: Exclude<PendingChangeState, 'waiting'>;
  /** Sealed text. */
  readonly reason?: string;
}

/** Records proposed changes and their outcome. */
@Injectable()
export class PendingChangeWriter {
  constructor(
    private readonly changes: PendingChangeRepository,
    private readonly push: Push,
  ) {}

  /** @throws DomainError `PENDING_CHANGES_TOO_MANY` */
  async propose(tx: Transaction, { decidedAt, ...proposed }: NewPendingChange): Promise<PendingChangeRow> {
    const waiting = await this.changes.countOpen(tx, tx.personId, pendingChangesMax);
    if (waiting >= pendingChangesMax)
      throw new DomainError('PENDING_CHANGES_TOO_MANY', { params: { max: pendingChangesMax } });
    const row: PendingChangeRow = {
      id: newId(),
      version: 1,
      kind: proposed.kind,
      state: decidedAt === null ? 'offered' : 'waiting',
      unionId: proposed.unionId,
      personId: proposed.personId ?? null,
      role: proposed.role ?? null,
      validTo: proposed.validTo ?? null,
      enterpriseId: proposed.enterpriseId ?? null,
      deciderUnionId: proposed.deciderUnionId ?? null,
      changes: [...(proposed.changes ?? [])],
      proposedBy: tx.personId,
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      acceptedAt: null,
      reason: null,
    };
    await this.changes.insert(tx, row);
    tx.audit({ noun: 'pending-change', id: row.id, after: auditedChangeOf(row) });
    await awaitsMayChange(tx, 'pendingChange', row.id);
    const { roles } = actions.decidePendingChange;
    const deciders =
      decidedAt === null ? [] : await this.changes.holdersOver(tx, decidedAt, roles, notifiedMax);
    this.notify(tx, row, deciders);
    return row;
  }

  /** Records the outcome of a locked change, and notifies its proposer and its person. */
  async end(tx: Transaction, before: PendingChangeRow, outcome: PendingChangeOutcome): Promise<void> {
    const decided = { decidedBy: tx.personId, decidedAt: tx.now };
    const isRole = before.kind === 'role' && outcome.state === 'confirmed';
    // A role confirmed without an offer is the proposer's own: they asked for it.
    const acceptedAt = isRole ? tx.now : null;
    await this.change(tx, before, { ...outcome, ...decided, acceptedAt });
  }

  /** The person accepts the role; an earlier confirmer stays on record. */
  accept(tx: Transaction, before: PendingChangeRow): Promise<void> {
    return this.change(tx, before, { state: 'confirmed', acceptedAt: tx.now });
  }

  private async change(
    tx: Transaction,
    before: PendingChangeRow,
    to: Partial<PendingChangeRow>,
  ): Promise<void> {
    const row = { ...before, ...to, version: before.version + 1 };
    await this.changes.update(tx, row);
    tx.audit({
      noun: 'pending-change',
      id: row.id,
      before: auditedChangeOf(before),
      after: auditedChangeOf(row),
    });
    await awaitsMayChange(tx, 'pendingChange', row.id);
    this.notify(tx, row);
  }

  private notify(tx: Transaction, row: PendingChangeRow, others: readonly string[] = []): void {
    const people = new Set([row.proposedBy, ...others]);
    if (row.personId !== null) people.add(row.personId);
    this.push.hint(tx, [...people], { resource: 'pendingChange', id: row.id, version: row.version });
  }
}

/** For the audit trail: the change without the reason of a refusal. */
function auditedChangeOf(row: PendingChangeRow): Record<string, unknown> {
  const { version, kind, state, unionId, personId, role, validTo, enterpriseId, changes } = row;
  return { version, kind, state, unionId, personId, role, validTo, enterpriseId, changes };
}
