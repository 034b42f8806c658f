import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { Book } from '../../ledger/book.service.js';
import { EntryWatch, type EntryWatcher, type Held, type TakenBack } from '../../ledger/entry-watch.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { DisputeDesk } from './dispute-desk.js';
import type { DisputeRow } from './dispute.entity.js';
import { DisputeRepository } from './dispute.repository.js';

/** What disputes have to do with the ledger: an upheld one reverses its entry, and a reversed entry ends those about it. */
@Injectable()
export class DisputePosting implements EntryWatcher, OnModuleInit {
  readonly locks = 'dispute';

  constructor(
    private readonly book: Book,
    private readonly watch: EntryWatch,
    private readonly ledger: LedgerRepository,
    private readonly disputes: DisputeRepository,
    private readonly desk: DisputeDesk,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  /** Takes the locks of a reversal in their order, before that of the dispute which may ask for it. */
  async holdEntry(tx: Transaction, entryId: string): Promise<void> {
    await this.watch.hold(tx, [await this.entry(tx, entryId)]);
  }

  /** Ends it with all others about the entry. @throws DomainError as {@link Book.reverse} */
  async reverse(tx: Transaction, entryId: string, reason: string): Promise<void> {
    await this.book.reverse(tx, await this.entry(tx, entryId), { reason, personId: tx.personId });
  }

  /** In the way of nothing. */
  async hold(tx: Transaction, entries: readonly EntryRow[]): Promise<Partial<Held>> {
    const open = await this.disputes.lockOpenOf(
      tx,
      entries.map(({ id }) => id),
    );
    return { reversed: (taken) => this.reversed(tx, open, taken) };
  }

  /** All about them are moot: what they dispute is gone, whoever has taken it back. */
  private async reversed(
    tx: Transaction,
    open: readonly DisputeRow[],
    taken: readonly TakenBack[],
  ): Promise<void> {
    const takenBack = new Map(taken.map((one) => [one.entry.id, one]));
    for (const place of await this.desk.placesOf(tx, open)) {
      const one = takenBack.get(place.row.entryId);
      if (one === undefined) continue;
      const { id: reversalId, postedBy: by, reason: endReason } = one.reversal;
      await this.desk.save(one.by, place, {
        state: 'upheld',
        reversalId,
        endReason,
        endedAt: tx.now,
        // Nobody decides what he has raised: who took back what he disputed himself is named in the ledger alone.
        endedBy: by === place.row.openedBy ? null : by,
      });
    }
  }

  private async entry(tx: Transaction, id: string): Promise<EntryRow> {
    const entry = await this.ledger.findEntry(tx, id);
    if (entry === null) throw new DomainError('NOT_FOUND');
    return entry;
  }
}
