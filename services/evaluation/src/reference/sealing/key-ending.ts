import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: the key of a closed survey is destroyed. */
export const keyKind = 'survey-key';

/** Called in the transaction that publishes the results; the key is destroyed once they are on disk. */
export function destroyKey(tx: Transaction, surveyId: string): Promise<void> {
  return schedule(tx, { kind: keyKind, key: surveyId, at: tx.now });
}
