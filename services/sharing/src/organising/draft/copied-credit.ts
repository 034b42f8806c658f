import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, BrandRef } from '../../activities/activity/activity.entity.js';

/** The brand that a copy is the next edition of. Brands provide it: they depend on drafts, not drafts on them. */
export abstract class CopiedCredit {
  /** @returns null where the original is no edition, or its union may not run another one */
  abstract next(tx: Transaction, original: ActivityRow): Promise<BrandRef | null>;
}
