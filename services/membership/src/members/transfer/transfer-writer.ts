import { Injectable } from '@nestjs/common';
import { dayMs, DomainError } from '@gongxiang/domain';
import { OnDue, Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { isActing, MemberNews } from '../member/member-news.js';
import { TransferMover } from './transfer-mover.js';
import { isAgreed, lapsesAt, objectUntil } from './transfer.model.js';
import type { TransferRow } from './transfer.entity.js';
import { TransferRepository } from './transfer.repository.js';

const clockKind = 'membership-transfer';
/** How many officers of a union are notified at once; everybody finds the transfer in the list. */
const notifiedMax = 100;

/** Writes transfers, lets them take effect, and lets their clock run. */
@Injectable()
export class TransferWriter {
  constructor(
    private readonly transfers: TransferRepository,
    private readonly mover: TransferMover,
    private readonly unions: UnionRepository,
    private readonly officers: PendingChangeRepository,
    private readonly push: Push,
    private readonly news: MemberNews,
  ) {}

  async insert(tx: Transaction, row: TransferRow): Promise<void> {
    await this.transfers.insert(tx, row);
    tx.audit({ noun: 'transfer', id: row.id, before: null, after: auditOf(row) });
    await schedule(tx, { kind: clockKind, key: row.id, at: objectUntil(row) });
    await this.notify(tx, row);
  }

  /** Saves a change of a locked transfer, and lets it take effect once everybody has agreed. */
  async save(tx: Transaction, before: TransferRow, change: Partial<TransferRow>): Promise<void> {
    const changed = { ...before, ...change, version: before.version + 1 };
    const row = await this.completed(tx, changed);
    await this.transfers.update(tx, row);
    tx.audit({ noun: 'transfer', id: row.id, before: auditOf(before), after: auditOf(row) });
    await this.notify(tx, row);
    await this.tellEnd(tx, row);
  }

  /** After a week the silence of the old union is consent; after 30 days what nobody has agreed to lapses. */
  @OnDue(clockKind)
  async run(tx: Transaction, id: string): Promise<void> {
    const row = await this.transfers.lockById(tx, id);
    if (row === null || row.state !== 'asked') return;
    if (isAgreed(row, tx.now)) return this.complete(tx, row);
    if (tx.now >= lapsesAt(row)) return this.end(tx, row);
    const at = tx.now < objectUntil(row) ? objectUntil(row) : lapsesAt(row);
    // The old union is not asked any more once its time to object is over.
    await awaitsMayChange(tx, 'transfer', id);
    return schedule(tx, { kind: clockKind, key: id, at });
  }

  private async complete(tx: Transaction, row: TransferRow): Promise<void> {
    // The only officer of a union stays until there is another one; the page says so, and the clock looks again.
    const record = await this.transfers.findById(tx, row.id);
    if (record?.needsSuccessor) {
      await awaitsMayChange(tx, 'transfer', row.id);
      return schedule(tx, { kind: clockKind, key: row.id, at: new Date(tx.now.getTime() + dayMs) });
    }
    try {
      return await this.save(tx, row, {});
    } catch (error) {
      // The membership has ended or the union was closed meanwhile: nothing has been written yet.
      if (!(error instanceof DomainError) || !endingCodes.has(error.code)) throw error;
      return this.end(tx, row);
    }
  }

  private async end(tx: Transaction, before: TransferRow): Promise<void> {
    const row = { ...before, version: before.version + 1, state: 'lapsed' as const, endedAt: tx.now };
    await this.transfers.update(tx, row);
    tx.audit({ noun: 'transfer', id: row.id, before: auditOf(before), after: auditOf(row) });
    await this.notify(tx, row);
    await this.tellEnd(tx, row);
  }

  /** Whoever has acted for a union, and the person where nothing has come of it; whoever has moved is told so by the move. */
  private async tellEnd(tx: Transaction, row: TransferRow): Promise<void> {
    const { id, state, personId, proposedBy, admittedBy, toUnionId } = row;
    if (state !== 'done' && state !== 'refused' && state !== 'lapsed') return;
    const partyName = (await this.unions.findById(tx, toUnionId))?.name;
    const notice = (side: 'person' | 'office') => ({
      kind: 'transferEnded' as const,
      cause: `transferEnded/${id}`,
      about: { transferId: id },
      title: partyName,
      values: { side, outcome: state, partyName },
    });
    await this.news.tellActors(tx, [proposedBy, admittedBy], personId, notice('office'));
    if (personId !== null && state !== 'done' && !isActing(tx, personId))
      await this.news.tell(tx, personId, notice('person'));
  }

  private async completed(tx: Transaction, row: TransferRow): Promise<TransferRow> {
    const { state, personId, fromUnionId, toUnionId, admittedBy } = row;
    if (state !== 'asked' || !isAgreed(row, tx.now)) return row;
    if (personId === null || fromUnionId === null || admittedBy === null) return row;
    await this.mover.move(tx, { personId, fromUnionId, toUnionId, admittedBy });
    return { ...row, state: 'done', endedAt: tx.now };
  }

  private async notify(tx: Transaction, row: TransferRow): Promise<void> {
    await awaitsMayChange(tx, 'transfer', row.id);
    const people = new Set(row.personId === null ? [] : [row.personId]);
    const { roles } = actions.decideTransfer;
    for (const unionId of [row.fromUnionId, row.toUnionId]) {
      const union = unionId === null ? null : await this.unions.findById(tx, unionId);
      if (union === null) continue;
      for (const id of await this.officers.holdersOver(tx, union.path, roles, notifiedMax)) people.add(id);
    }
    this.push.hint(tx, [...people], { resource: 'transfer', id: row.id, version: row.version });
  }
}

const endingCodes: ReadonlySet<string> = new Set(['TRANSFER_MEMBERSHIP_GONE', 'TRANSFER_UNION_INACTIVE']);

function auditOf(row: TransferRow): Record<string, unknown> {
  const { version, state, askedBy, personId, fromUnionId, toUnionId } = row;
  const { personAgreedAt, newUnionAgreedAt, oldUnionAgreedAt } = row;
  return {
    version,
    state,
    askedBy,
    personId,
    fromUnionId,
    toUnionId,
    personAgreed: personAgreedAt !== null,
    newUnionAgreed: newUnionAgreedAt !== null,
    oldUnionAgreed: oldUnionAgreedAt !== null,
  };
}
