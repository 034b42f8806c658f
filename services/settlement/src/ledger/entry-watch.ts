import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import type { PostingDraft } from './book.service.js';

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
  posted(tx: Transaction, entry: PostedEntry): Promise<void>;
  /** Before the accounts are locked: what is locked here is locked first. */
  reversing(tx: Transaction, entryId: string): Promise<void>;
}

/** Where features that come after the ledger hear of its entries: it imports none of them. */
@Injectable()
export class EntryWatch {
  private readonly watchers: EntryWatcher[] = [];

  register(watcher: EntryWatcher): void {
    this.watchers.push(watcher);
  }

  async posted(tx: Transaction, entry: PostedEntry): Promise<void> {
    for (const watcher of this.watchers) await watcher.posted(tx, entry);
  }

  async reversing(tx: Transaction, entryId: string): Promise<void> {
    for (const watcher of this.watchers) await watcher.reversing(tx, entryId);
  }
}
