import { setTimeout } from 'node:timers/promises';
import { DomainError } from '@gongxiang/domain';
import { threadTask } from './thread-task.js';

/** Tasks for the tests of threads, which load this module. */
export function spin({ ms }: { readonly ms: number }): bigint {
  const until = performance.now() + ms;
  let turns = 0n;
  while (performance.now() < until) turns += 1n;
  return turns;
}

export function list(length: number): string[] {
  return Array.from({ length }, (_, index) => `第${index}名`);
}

export async function rest({ ms }: { readonly ms: number }): Promise<void> {
  await setTimeout(ms);
}

export function refuse(pointer: string): never {
  throw new DomainError('TOO_MANY', { pointer, params: { max: 3 } });
}

export function hoard(): number {
  const arrays: number[][] = [];
  for (;;) arrays.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5));
}

export const tasks = {
  spin: threadTask(import.meta.url, spin),
  list: threadTask(import.meta.url, list, (length) => length < 2),
  rest: threadTask(import.meta.url, rest),
  refuse: threadTask(import.meta.url, refuse),
  hoard: threadTask(import.meta.url, hoard),
};
