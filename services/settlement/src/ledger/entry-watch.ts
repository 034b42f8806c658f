import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts';
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

/** Works in the transaction that posts or reverses, so that nothing is netted in between. */
export interface EntryWatcher {
  posted?(tx: Transaction, entry: PostedEntry): Promise<void>;
  /** Changes nothing, and may lock what is its own. @throws DomainError what is in the way of taking the entry back */
  mayReverse?(tx: Transaction, entry: EntryRow): Promise<void>;
  /** Before the accounts are locked: what is locked here is locked first. */
  reversing?(tx: Transaction, entry: EntryRow): Promise<void>;
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

  async mayReverse(tx: Transaction, entry: EntryRow): Promise<void> {
    for (const watcher of this.watchers) await watcher.mayReverse?.(tx, entry);
  }

  async reversing(tx: Transaction, entry: EntryRow): Promise<void> {
    for (const watcher of this.watchers) await watcher.reversing?.(tx, entry);
  }
}
