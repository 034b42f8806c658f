import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
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

/** What was found of entries that are to be taken back, under the locks of whoever watches them. */
export interface Held {
  readonly obstacles: Obstacles;
  /** Told once they are taken back: what was locked is as it was found. Of several reversals of one only the one that was let in. */
  reversed(taken: readonly TakenBack[]): Promise<void>;
}

/** By the id of an entry, the others that rest on it. */
export type Companions = ReadonlyMap<string, readonly EntryRow[]>;

/**
 * What stands above the ledger is locked in this order, each kind by its ids, and after it the accounts by theirs: by whoever
 * takes an entry back, decides a dispute about it, asks for confirmations or draws on a subsidy. So no two ever wait for each
 * other, however many entries each of them takes.
 */
const lockOrder = ['costPool', 'refund', 'confirmation', 'dispute', 'subsidy'] as const;

/** Works in the transaction that posts or reverses, so that nothing is netted in between. */
export interface EntryWatcher {
  /** What it locks. */
  readonly locks: (typeof lockOrder)[number];
  posted?(tx: Transaction, entry: PostedEntry): Promise<void>;
  /** Before the accounts are locked: locks what is its own, and changes nothing. */
  hold?(tx: Transaction, entries: readonly EntryRow[]): Promise<Partial<Held>>;
  /** What has to go back with them, and is told as they are; locked likewise. */
  companions?(tx: Transaction, entries: readonly EntryRow[]): Promise<Companions>;
}

/** Where features that come after the ledger hear of its entries: it imports none of them. */
@Injectable()
export class EntryWatch {
  private readonly watchers: EntryWatcher[] = [];

  register(watcher: EntryWatcher): void {
    this.watchers.push(watcher);
    this.watchers.sort((left, right) => lockOrder.indexOf(left.locks) - lockOrder.indexOf(right.locks));
  }

  async posted(tx: Transaction, entry: PostedEntry): Promise<void> {
    for (const watcher of this.watchers) await watcher.posted?.(tx, entry);
  }

  /** Locks all that stands above the entries. Of each entry the first obstacle that is found. */
  async hold(tx: Transaction, entries: readonly EntryRow[]): Promise<Held> {
    const obstacles = new Map<string, DomainError>();
    const all: Partial<Held>[] = [];
    for (const watcher of entries.length === 0 ? [] : this.watchers) {
      const held = (await watcher.hold?.(tx, entries)) ?? {};
      all.push(held);
      for (const [id, refusal] of held.obstacles ?? []) if (!obstacles.has(id)) obstacles.set(id, refusal);
    }
    const reversed = async (taken: readonly TakenBack[]): Promise<void> => {
      for (const held of all) await held.reversed?.(taken);
    };
    return { obstacles, reversed };
  }

  async companions(tx: Transaction, entries: readonly EntryRow[]): Promise<Companions> {
    const found = new Map<string, readonly EntryRow[]>();
    for (const watcher of this.watchers)
      for (const [id, own] of (await watcher.companions?.(tx, entries)) ?? [])
        found.set(id, [...(found.get(id) ?? []), ...own]);
    return found;
  }
}
