import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { PostingDraft } from './ledger-writer.js';
import type { EntryRow } from './ledger.entity.js';

/** An entry just posted. */
export interface PostedEntry {
  readonly id: string;
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly title: string;
  readonly unionId: string;
  readonly sourceId: string;
  readonly postings: readonly PostingDraft[];
}

/** An entry just reversed. */
export interface ReversedEntry {
  readonly entry: EntryRow;
  readonly reversal: EntryRow;
  /**
   * The requester's handle: several requests may share one database transaction, and each audits under its own name.
   */
  readonly by: Transaction;
}

/** The obstacle to reversing an entry, by entry id. */
export type Obstacles = ReadonlyMap<string, DomainError>;

/** The state that listeners found, under their locks, for entries to be reversed. */
export interface ReversalPreparation {
  readonly obstacles: Obstacles;
  /**
   * Called after the reversal, under the same locks. Of several reversals of one entry only the successful one is
   * passed.
   */
  reversed(taken: readonly ReversedEntry[]): Promise<void>;
}

/** The entries that depend on an entry, by entry id. */
export type Companions = ReadonlyMap<string, readonly EntryRow[]>;

/**
 * The lock order of features above the ledger: each kind in id order, then the accounts in id order. Reversals,
 * decisions on disputes, requests for confirmation and draws on subsidies all follow it, so they never deadlock,
 * whatever the number of entries.
 */
const lockOrder = ['costPool', 'refund', 'confirmation', 'dispute', 'subsidy'] as const;

/** Runs in the transaction that posts or reverses, so that no netting run can come in between. */
export interface EntryListener {
  /** The kind of rows it locks. */
  readonly locks: (typeof lockOrder)[number];
  posted?(tx: Transaction, entry: PostedEntry): Promise<void>;
  /** Called before the accounts are locked: locks its own rows and changes nothing. */
  prepareReversal?(tx: Transaction, entries: readonly EntryRow[]): Promise<Partial<ReversalPreparation>>;
  /** Entries that must be reversed together with these and are published likewise; their rows are locked too. */
  companions?(tx: Transaction, entries: readonly EntryRow[]): Promise<Companions>;
}

/** Notifies later features of entries without importing them. */
@Injectable()
export class EntryListeners {
  private readonly listeners: EntryListener[] = [];

  register(listener: EntryListener): void {
    this.listeners.push(listener);
    this.listeners.sort((left, right) => lockOrder.indexOf(left.locks) - lockOrder.indexOf(right.locks));
  }

  async posted(tx: Transaction, entry: PostedEntry): Promise<void> {
    for (const listener of this.listeners) await listener.posted?.(tx, entry);
  }

  /** Takes the locks of all listeners. Returns the first obstacle found for each entry. */
  async prepareReversal(tx: Transaction, entries: readonly EntryRow[]): Promise<ReversalPreparation> {
    const obstacles = new Map<string, DomainError>();
    const all: Partial<ReversalPreparation>[] = [];
    for (const listener of entries.length === 0 ? [] : this.listeners) {
      const preparation = (await listener.prepareReversal?.(tx, entries)) ?? {};
      all.push(preparation);
      for (const [id, refusal] of preparation.obstacles ?? [])
        if (!obstacles.has(id)) obstacles.set(id, refusal);
    }
    const reversed = async (taken: readonly ReversedEntry[]): Promise<void> => {
      for (const preparation of all) await preparation.reversed?.(taken);
    };
    return { obstacles, reversed };
  }

  async companions(tx: Transaction, entries: readonly EntryRow[]): Promise<Companions> {
    const found = new Map<string, readonly EntryRow[]>();
    for (const listener of this.listeners)
      for (const [id, own] of (await listener.companions?.(tx, entries)) ?? [])
        found.set(id, [...(found.get(id) ?? []), ...own]);
    return found;
  }
}
