import type { Tuning } from './use-tuning.js';

export interface Merge {
  readonly keep: string;
  readonly drop: string;
  readonly name: string;
}

/** Every indicator of the report once, in its order, with the sentence that would have it go. */
export function droppable(report: Pick<Tuning, 'items' | 'drifts' | 'findings'>) {
  const names = new Map([...report.drifts, ...report.items].map(({ key, name }) => [key, name]));
  return [...names].map(([key, name]) => ({
    key,
    name,
    why:
      report.findings.find(({ suggestion, keys }) => suggestion === 'drop' && keys[0] === key)?.advice ??
      null,
  }));
}

/** What is sent: what goes by itself, and pairs that become one; an indicator goes once. */
export function requestOf(drops: ReadonlySet<string>, merges: ReadonlyMap<string, Merge>) {
  const merged = [...merges.values()].map((merge) => ({ ...merge, name: merge.name.trim() }));
  const gone = new Set(merged.map(({ drop }) => drop));
  return { drops: [...drops].filter((key) => !gone.has(key)), merges: merged };
}
