import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a need is new or was changed, and what answers it is looked for. */
const matchNeedDue = 'match-need';
/** Due work: the same need as something that others could join. */
const likeNeedDue = 'match-like-need';
/** Due work: the last time of a need has passed. */
const needExpiryDue = 'need-expiry';
export const needDue = { match: matchNeedDue, like: likeNeedDue, expiry: needExpiryDue } as const;

/** Work about a need. */
export interface NeedWork {
  readonly kind: typeof matchNeedDue | typeof likeNeedDue;
  readonly needId: string;
  readonly step?: DueStep;
}

/**
 * Notes work about needs. Each time under a key of its own: who notes it holds the need, for which the same work, under
 * way elsewhere, may be waiting, and two that waited for each other's rows would stand still.
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
 * A need and an offer that come at the same moment must not miss each other. So each takes its place in the index first,
 * and looks for others in a transaction of its own once that is committed: whoever looks later finds the earlier one.
 */
export interface DueStep {
  readonly isPlaced?: boolean;
  /** Where in the needs that an offer is suggested to the work goes on. */
  readonly afterId?: string;
}

/** What due work is about: its key begins with it. */
export function subjectOf(key: string): string {
  return key.split('/')[0] ?? key;
}
