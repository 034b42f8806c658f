import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { LedgerWriter } from '../../ledger/ledger-writer.js';
import {
  EntryListeners,
  type EntryListener,
  type ReversalPreparation,
  type ReversedEntry,
} from '../../ledger/entry-listeners.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { DisputeAccess } from './dispute-access.js';
import type { DisputeRow } from './dispute.entity.js';
import { DisputeRepository } from './dispute.repository.js';

/**
 * Connects disputes and the ledger: upholding a dispute reverses its entry, and reversing an entry ends its disputes.
 */
@Injectable()
export class DisputePosting implements EntryListener, OnModuleInit {
  readonly locks = 'dispute';

  constructor(
    private readonly ledgerWriter: LedgerWriter,
    private readonly listeners: EntryListeners,
    private readonly ledger: LedgerRepository,
    private readonly disputes: DisputeRepository,
    private readonly disputeAccess: DisputeAccess,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  /** Takes the locks of a reversal in their order, before the lock of the dispute that requests it. */
  async lockEntry(tx: Transaction, entryId: string): Promise<void> {
    await this.listeners.prepareReversal(tx, [await this.entry(tx, entryId)]);
  }

  /** Reverses the entry, which ends all disputes about it. @throws DomainError as {@link LedgerWriter.reverse} */
  async reverse(tx: Transaction, entryId: string, reason: string): Promise<void> {
    await this.ledgerWriter.reverse(tx, await this.entry(tx, entryId), { reason, personId: tx.personId });
  }

  /** Never blocks a reversal. */
  async prepareReversal(
    tx: Transaction,
    entries: readonly EntryRow[],
  ): Promise<Partial<ReversalPreparation>> {
    const open = await this.disputes.lockOpenOf(
      tx,
      entries.map(({ id }) => id),
    );
    return { reversed: (taken) => this.reversed(tx, open, taken) };
  }

  /** Ends all open disputes about the reversed entries, whoever reversed them. */
  private async reversed(
    tx: Transaction,
    open: readonly DisputeRow[],
    taken: readonly ReversedEntry[],
  ): Promise<void> {
    const takenBack = new Map(taken.map((one) => [one.entry.id, one]));
    for (const context of await this.disputeAccess.contextsOf(tx, open)) {
      const one = takenBack.get(context.row.entryId);
      if (one === undefined) continue;
      const { id: reversalId, postedBy: by, reason: endReason } = one.reversal;
      await this.disputeAccess.save(one.by, context, {
        state: 'upheld',
        reversalId,
        endReason,
        endedAt: tx.now,
        // Nobody decides a dispute they opened; if the opener reversed the entry, only the ledger names them.
        endedBy: by === context.row.openedBy ? null : by,
      });
    }
  }

  private async entry(tx: Transaction, id: string): Promise<EntryRow> {
    const entry = await this.ledger.findEntry(tx, id);
    if (entry === null) throw new DomainError('NOT_FOUND');
    return entry;
  }
}
