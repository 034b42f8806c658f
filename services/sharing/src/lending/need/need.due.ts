import { newId } from '@gongxiang/domain';
import { schedule, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a need is new or was changed; match it. */
const matchNeedDue = 'match-need';
/** Due work: match the same need as something that others could join. */
const likeNeedDue = 'match-like-need';
/** Due work: the last time of a need has passed. */
const needExpiryDue = 'need-expiry';
/** Due work: say whom the offers proposed for a need wait for. Its key is the need. */
const matchAwaitsDue = 'match-awaits';
export const needDue = {
  match: matchNeedDue,
  like: likeNeedDue,
  expiry: needExpiryDue,
  awaits: matchAwaitsDue,
} as const;

/** Whom they wait for may have changed. */
export async function matchAwaitsMayChange(tx: Transaction, needId: string): Promise<void> {
  await schedule(tx, { kind: needDue.awaits, key: needId, at: tx.now });
}

/** Due work about a need. */
export interface NeedWork {
  readonly kind: typeof matchNeedDue | typeof likeNeedDue;
  readonly needId: string;
  readonly step?: DueStep;
}

/**
 * Schedules work about needs. Each time under a new key: the scheduling transaction holds the need, for which the
 * same work, running elsewhere, may be waiting, and two waiting for each other's rows would deadlock.
 */
export function scheduleNeeds(tx: Transaction, works: readonly NeedWork[]): Promise<void> {
  return scheduleAll(
    tx,
    works.map(({ kind, needId, step = {} }) => ({
      kind,
      key: `${needId}/${newId()}`,
      at: tx.now,
      payload: { ...step },
    })),
  );
}

/**
 * A need and an offer created at the same time must not miss each other. So each is indexed first, and matched in a
 * transaction of its own after the commit: the later one finds the earlier.
 */
export interface DueStep {
  readonly isPlaced?: boolean;
  /** The area that it is sought in: needs of one area find the same offers, which are then read once. */
  readonly near?: string;
  /** The position in the needs of an offer at which the work continues. */
  readonly afterId?: string;
}

/** The subject of due work: the prefix of its key. */
export function subjectOf(key: string): string {
  return key.split('/')[0] ?? key;
}
