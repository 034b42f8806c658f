import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { PoolRow } from './pool.entity.js';

/** Due work: the free seats of a pool go to the common pool. */
export const poolReleaseDue = 'pool-release';
const keySeparator = '/';

/** Schedules the release of a pool, or cancels it. */
export async function scheduleRelease(
  tx: Transaction,
  { activityId, id, releasesAt }: Pick<PoolRow, 'activityId' | 'id' | 'releasesAt'>,
): Promise<void> {
  const key = [activityId, id].join(keySeparator);
  if (releasesAt === null) await unschedule(tx, poolReleaseDue, key);
  else await schedule(tx, { kind: poolReleaseDue, key, at: releasesAt });
}

/** @param key of due work of the kind {@link poolReleaseDue} */
export function releasedPool(key: string): { activityId: string; id: string } {
  const [activityId = '', id = ''] = key.split(keySeparator);
  return { activityId, id };
}
