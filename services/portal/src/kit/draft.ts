import type { TextStorage } from '../api/session-store.js';

const prefix = 'gongxiang.draft.';

interface Enumerable extends TextStorage {
  readonly length: number;
  key(index: number): string | null;
}

/** Half-filled forms outlive a reload and a session that ended, until the tab is closed or the person signs out. */
export function readDraft(storage: TextStorage, key: string): unknown {
  const text = storage.getItem(prefix + key);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by another version, or by hand
  }
}

export function writeDraft(storage: TextStorage, key: string, values: unknown): void {
  storage.setItem(prefix + key, JSON.stringify(values));
}

export function dropDraft(storage: TextStorage, key: string): void {
  storage.removeItem(prefix + key);
}

export function dropDrafts(storage: Enumerable): void {
  const keys = Array.from({ length: storage.length }, (_unused, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
}
