import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';

export type Follow = (tx: Transaction, before: ActivityRow, after: ActivityRow) => Promise<void>;

/**
 * What belongs to an activity and has to change with it at once, in the same transaction, though its feature comes after
 * this one: it says so at the start. What may come a moment later is due work.
 */
@Injectable()
export class ActivityFollowers {
  private readonly all: Follow[] = [];

  add(follow: Follow): void {
    this.all.push(follow);
  }

  /** Under the lock of the activity, after it was saved. */
  async follow(tx: Transaction, before: ActivityRow, after: ActivityRow): Promise<void> {
    for (const one of this.all) await one(tx, before, after);
  }
}
