import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import {
  type Companions,
  EntryListeners,
  type EntryListener,
  type ReversalPreparation,
  type ReversedEntry,
} from '../../ledger/entry-listeners.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { SubsidyAccess } from './subsidy-access.js';
import type { SubsidyMoveRow, SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** Restores a cost pool's draws to its subsidies when the pool is reversed, by the exact negation of their entries. */
@Injectable()
export class SubsidyReversal implements EntryListener, OnModuleInit {
  readonly locks = 'subsidy';

  constructor(
    private readonly listeners: EntryListeners,
    private readonly subsidies: SubsidyRepository,
    private readonly subsidyAccess: SubsidyAccess,
    private readonly ledger: LedgerRepository,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async companions(tx: Transaction, entries: readonly EntryRow[]): Promise<Companions> {
    const entryOf = new Map(
      entries.filter(({ kind }) => kind === 'costs').map(({ id, sourceId }) => [sourceId, id]),
    );
    if (entryOf.size === 0) return new Map();
    const moves = await this.subsidies.drawnBy(tx, [...entryOf.keys()]);
    if (moves.length === 0) return new Map();
    await this.subsidies.lockAll(tx, subsidiesOf(moves));
    const drawn = await this.ledger.findEntries(
      tx,
      moves.flatMap(({ entryId }) => entryId ?? []),
    );
    const found = new Map<string, EntryRow[]>();
    for (const { costPoolId, entryId } of moves) {
      const pool = entryOf.get(costPoolId ?? '') ?? '';
      found.set(pool, [...(found.get(pool) ?? []), ...drawn.filter(({ id }) => id === entryId)]);
    }
    return found;
  }

  /** Locks nothing: the draws are not among the entries but are reversed with them as companions. */
  async prepareReversal(tx: Transaction): Promise<Partial<ReversalPreparation>> {
    return { reversed: (taken) => this.reversed(tx, taken) };
  }

  private async reversed(tx: Transaction, taken: readonly ReversedEntry[]): Promise<void> {
    // The source of such an entry is the movement it was posted for.
    const drawn = new Map(
      taken.filter(({ entry }) => entry.kind === 'subsidyDrawn').map((one) => [one.entry.sourceId, one]),
    );
    if (drawn.size === 0) return;
    const moves = await this.subsidies.movesById(tx, [...drawn.keys()]);
    const rows = await this.subsidies.lockAll(tx, subsidiesOf(moves));
    const subsidyOf = new Map<string, SubsidyRow>(rows.map((row) => [row.id, row]));
    for (const move of moves) {
      const [row, one] = [subsidyOf.get(move.subsidyId), drawn.get(move.id)];
      if (row === undefined || one === undefined)
        throw new Error(`what was drawn by ${move.id} cannot be given back`);
      subsidyOf.set(row.id, await this.restore(one, row, move));
    }
  }

  private restore({ by, reversal, entry }: ReversedEntry, row: SubsidyRow, drawn: SubsidyMoveRow) {
    const { id: restores, amountFen } = drawn;
    return this.subsidyAccess.recordMove(by, row, {
      id: newId(),
      kind: 'restored',
      amountFen,
      restores,
      entryId: reversal.id,
      movedBy: reversal.postedBy,
      reason: reversal.reason ?? entry.title,
      ...(drawn.costPoolId === null ? {} : { costPoolId: drawn.costPoolId }),
    });
  }
}

function subsidiesOf(moves: readonly SubsidyMoveRow[]): string[] {
  return [...new Set(moves.map(({ subsidyId }) => subsidyId))];
}
