import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts';
import type { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { PostingDraft } from './book.service.js';
import type { EntryRow } from './ledger.entity.js';

/** An entry that was posted a moment ago. */
export interface PostedEntry {
  readonly id: string;
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly title: string;
  readonly unionId: string;
  readonly sourceId: string;
  readonly postings: readonly PostingDraft[];
}

/** An entry that was taken back a moment ago. */
export interface TakenBack {
  readonly entry: EntryRow;
  readonly reversal: EntryRow;
  /** Of whoever asked: several may share one database transaction, and each writes to the trail in his own name. */
  readonly by: Transaction;
}

/** By the id of an entry, what is in the way of taking it back. */
export type Obstacles = ReadonlyMap<string, DomainError>;

/** Works in the transaction that posts or reverses, so that nothing is netted in between. */
export interface EntryWatcher {
  posted?(tx: Transaction, entry: PostedEntry): Promise<void>;
  /** Before the accounts are locked: locks what is its own, in the order of its ids, and changes nothing. */
  obstacles?(tx: Transaction, entries: readonly EntryRow[]): Promise<Obstacles>;
  /** Of several reversals of one entry only the one that was let in is told. */
  reversed?(tx: Transaction, taken: readonly TakenBack[]): Promise<void>;
}

/** Where features that come after the ledger hear of its entries: it imports none of them. */
@Injectable()
export class EntryWatch {
  private readonly watchers: EntryWatcher[] = [];

  register(watcher: EntryWatcher): void {
    this.watchers.push(watcher);
  }

  async posted(tx: Transaction, entry: PostedEntry): Promise<void> {
    for (const watcher of this.watchers) await watcher.posted?.(tx, entry);
  }

  /** Of each entry the first obstacle that is found. */
  async obstacles(tx: Transaction, entries: readonly EntryRow[]): Promise<Obstacles> {
    const found = new Map<string, DomainError>();
    for (const watcher of this.watchers)
      for (const [id, refusal] of (await watcher.obstacles?.(tx, entries)) ?? [])
        if (!found.has(id)) found.set(id, refusal);
    return found;
  }

  async reversed(tx: Transaction, taken: readonly TakenBack[]): Promise<void> {
    for (const watcher of this.watchers) await watcher.reversed?.(tx, taken);
  }
}
