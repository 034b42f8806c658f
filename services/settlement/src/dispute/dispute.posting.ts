import { Injectable } from '@nestjs/common';
import type { EntryReversed } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { Book } from '../ledger/book.service.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import { DisputeDesk } from './dispute.desk.js';
import { DisputeRepository } from './dispute.repository.js';
import type { DisputePlace } from './dispute.view.js';

/** What disputes have to do with the ledger: an upheld one reverses its entry, and a reversed entry ends those about it. */
@Injectable()
export class DisputePosting {
  constructor(
    private readonly book: Book,
    private readonly ledger: LedgerRepository,
    private readonly disputes: DisputeRepository,
    private readonly desk: DisputeDesk,
  ) {}

  /** @returns the id of the reversal @throws DomainError `ALREADY_REVERSED` */
  async reverse(tx: Transaction, { row }: DisputePlace, reason: string): Promise<string> {
    const entry = await this.ledger.findEntry(tx, row.entryId);
    if (entry === null) throw new DomainError('NOT_FOUND');
    return this.book.reverse(tx, entry, { reason, personId: tx.personId });
  }

  /** The others about it are moot: what they dispute is gone, whoever has taken it back. */
  async reversed(tx: Transaction, { entryId, reversalId }: EntryReversed): Promise<void> {
    const open = await this.disputes.lockOpenOf(tx, entryId);
    if (open.length === 0) return;
    const reversal = await this.ledger.findEntry(tx, reversalId);
    for (const row of open) {
      const by = reversal?.postedBy ?? null;
      await this.desk.save(tx, await this.desk.placeOf(tx, row), {
        ...{ state: 'upheld', reversalId, endReason: reversal?.reason ?? null, endedAt: tx.now },
        // Nobody decides what he has raised: who took back what he disputed himself is named in the ledger alone.
        endedBy: by === row.openedBy ? null : by,
      });
    }
  }
}
