import type { HandoverItem } from './handover.js';

/** The part of `localStorage` that is needed here. */
export interface QueueStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A handover that waits to be sent, or was refused. */
export interface Waiting {
  readonly loanId: string;
  /** The title of the resource. */
  readonly title: string;
  readonly item: HandoverItem & { readonly at: string };
  /** Why the platform refused it; null where it has not. */
  readonly refusal: string | null;
}

/**
 * The handovers of one person that the platform has not acknowledged yet. Each stands under a key of its own, so that two tabs
 * take nothing from each other, and survives a reload, a flat battery and a session that ended.
 */
export class HandoverQueue {
  private readonly prefix: string;

  constructor(
    private readonly storage: QueueStorage,
    personId: string,
  ) {
    this.prefix = `gongxiang.handover.${personId}.`;
  }

  /** In the order in which they took place: a return has to be sent before the next hand-over. */
  all(): Waiting[] {
    const keys = Array.from({ length: this.storage.length }, (_unused, index) => this.storage.key(index));
    return keys
      .flatMap((key) => (key?.startsWith(this.prefix) ? (this.read(key) ?? []) : []))
      .sort((left, right) => (left.item.at < right.item.at ? -1 : 1));
  }

  /** The next to be sent; a refused one does not hold up the others. */
  next(): Waiting | null {
    return this.all().find(({ refusal }) => refusal === null) ?? null;
  }

  put(waiting: Waiting): void {
    this.storage.setItem(this.prefix + waiting.item.operationId, JSON.stringify(waiting));
  }

  drop(operationId: string): void {
    this.storage.removeItem(this.prefix + operationId);
  }

  private read(key: string): Waiting | null {
    try {
      const waiting = JSON.parse(this.storage.getItem(key) ?? 'null') as Partial<Waiting> | null;
      return typeof waiting?.item?.operationId === 'string' ? (waiting as Waiting) : null;
    } catch {
      return null; // written by another version, or by hand
    }
  }
}
