import type { Scan } from './check-in.model.js';

/** The part of `localStorage` that is needed here. */
export interface ScanStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * The scans of one activity that the platform has not acknowledged yet. Each has a key of its own, so that two tabs of one
 * device do not overwrite each other. They survive a reload, a flat battery and a session that ended.
 */
export class CheckInQueue {
  private readonly prefix: string;

  constructor(
    private readonly storage: ScanStorage,
    activityId: string,
  ) {
    this.prefix = `gongxiang.check-in.${activityId}.`;
  }

  /** In the order in which they were made. */
  waiting(): Scan[] {
    const keys = Array.from({ length: this.storage.length }, (_unused, index) => this.storage.key(index));
    return keys
      .flatMap((key) => (key?.startsWith(this.prefix) ? (this.read(key) ?? []) : []))
      .sort((left, right) => (left.item.at < right.item.at ? -1 : 1));
  }

  /** One that waits; null where it was answered, or taken back. */
  find(operationId: string): Scan | null {
    return this.read(this.prefix + operationId);
  }

  add(scan: Scan): void {
    this.storage.setItem(this.prefix + scan.item.operationId, JSON.stringify(scan));
  }

  drop(operationIds: readonly string[]): void {
    for (const id of operationIds) this.storage.removeItem(this.prefix + id);
  }

  private read(key: string): Scan | null {
    try {
      const scan = JSON.parse(this.storage.getItem(key) ?? 'null') as Partial<Scan> | null;
      return typeof scan?.item?.operationId === 'string' ? (scan as Scan) : null;
    } catch {
      return null; // written by another version, or by hand
    }
  }
}
