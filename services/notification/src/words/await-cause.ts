import type { DeadlineWord } from '@gongxiang/contracts/notification/kinds/notice-rule';

/** The cause of the notice of something that waits, or of a reminder of its deadline. */
export function causeOfAwait(awaitId: string, reminder?: DeadlineWord): string {
  return reminder === undefined ? `await/${awaitId}` : `await/${awaitId}/${reminder}`;
}

/** @returns null where a notice is of nothing that waits */
export function awaitOfCause(cause: string): string | null {
  return /^await\/([^/]+)/.exec(cause)?.[1] ?? null;
}
