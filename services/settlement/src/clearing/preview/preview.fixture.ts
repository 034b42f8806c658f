import { threadTask } from '@gongxiang/messaging/threads';

/** Keeps a thread busy. */
export function spin(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

export const spinning = threadTask(import.meta.url, spin);
