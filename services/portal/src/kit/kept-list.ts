import { useSyncExternalStore } from 'react';
import { session } from '../api/platform.js';

const listeners = new Set<() => void>();
/** What was read last, so that the same text gives the same list. */
const readBefore = new Map<string, { readonly text: string; readonly list: readonly string[] }>();
const none: readonly string[] = [];

/**
 * A short list of words that this device keeps for the person who is signed in, as the pages that they starred.
 * @param name of the list
 * @returns the words, and a function that keeps others instead
 */
export function useKeptList(name: string) {
  const key = keyOf(name);
  const list = useSyncExternalStore(subscribe, () => read(key));
  const keep = (changed: readonly string[]): void => {
    localStorage.setItem(key, JSON.stringify(changed));
    for (const listener of listeners) listener();
  };
  return [list, keep] as const;
}

/** Forgets a list whose words say what the person has looked at, before somebody else uses the device. */
export function dropKeptList(name: string): void {
  localStorage.removeItem(keyOf(name));
}

function keyOf(name: string): string {
  return `gongxiang.${name}.${session.personId()}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): readonly string[] {
  const text = localStorage.getItem(key);
  if (text === null) return none;
  const before = readBefore.get(key);
  if (before?.text === text) return before.list;
  const list = parsed(text);
  readBefore.set(key, { text, list });
  return list;
}

function parsed(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((word) => typeof word === 'string') : none;
  } catch {
    return none; // written by hand
  }
}
