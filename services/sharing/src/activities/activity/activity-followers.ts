import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';

type Follow = (tx: Transaction, before: ActivityRow, after: ActivityRow) => Promise<void>;

/**
 * Reactions of later features that must happen in the same transaction as a change of the activity; features register
 * them at start-up. Anything that may happen a moment later is due work.
 */
@Injectable()
export class ActivityFollowers {
  private readonly all: Follow[] = [];

  add(follow: Follow): void {
    this.all.push(follow);
  }

  /** Called under the lock of the activity, after it was saved. */
  async follow(tx: Transaction, before: ActivityRow, after: ActivityRow): Promise<void> {
    for (const one of this.all) await one(tx, before, after);
  }
}
