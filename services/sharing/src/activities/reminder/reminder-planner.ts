import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { PoolRepository } from '../pool/pool.repository.js';
import { reminderDue, reminderKey } from './reminder.due.js';
import type { ReminderRoundRow } from './reminder.entity.js';
import { ReminderRepository } from './reminder.repository.js';
import { defaultReminders, type Opening, type Round, roundsOf } from './rounds.js';

/** Keeps the scheduled reminders of an activity in line with its times and its organiser's choice. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly pools: PoolRepository,
  ) {}

  /**
   * Schedules each reminder. Unchanged ones stay scheduled; moved ones are rescheduled; removed ones are cancelled. A
   * reminder whose time has passed is skipped: an activity moved to the day after tomorrow need not wake everybody
   * now. The caller holds the lock of the activity.
   */
  async plan(tx: Transaction, activity: ActivityRow): Promise<void> {
    const wanted = activity.state === 'published' ? await this.roundsOf(tx, activity) : [];
    const there = await this.reminders.lockRounds(tx, activity.id);
    for (const row of there.filter(({ key }) => !wanted.some((round) => round.key === key))) {
      await this.reminders.removeRound(tx, row);
      await unschedule(tx, reminderDue, reminderKey(row));
    }
    for (const round of wanted) {
      const before = there.find(({ key }) => key === round.key);
      if (before === undefined || !isSame(before, round)) await this.begin(tx, activity.id, round);
    }
  }

  private async begin(tx: Transaction, activityId: string, round: Round): Promise<void> {
    const hasPassed = round.dueAt <= tx.now;
    const row = { ...round, activityId, afterId: null, sent: 0, doneAt: hasPassed ? tx.now : null };
    await this.reminders.saveRound(tx, row);
    if (hasPassed) await unschedule(tx, reminderDue, reminderKey(row));
    else await schedule(tx, { kind: reminderDue, key: reminderKey(row), at: round.dueAt });
  }

  private async roundsOf(tx: Transaction, activity: ActivityRow): Promise<Round[]> {
    const plan = await this.reminders.findPlan(tx, activity.id);
    return roundsOf(activity, plan?.reminders ?? defaultReminders, await this.openings(tx, activity));
  }

  /** The time a round counts down to now; null for a pool that no longer exists. */
  async baseOf(
    tx: Transaction,
    activity: ActivityRow,
    { anchor, poolId }: Pick<ReminderRoundRow, 'anchor' | 'poolId'>,
  ): Promise<Date | null> {
    if (anchor === 'start') return activity.startsAt;
    if (anchor === 'signUpCloses') return activity.signUpClosesAt;
    const pool = (await this.pools.ofActivity(tx, activity.id)).find(({ id }) => id === poolId);
    return pool === undefined ? null : opensAtOf(activity, pool);
  }

  private async openings(tx: Transaction, activity: ActivityRow): Promise<Opening[]> {
    const wished = await this.reminders.wishedPools(tx, activity.id);
    if (wished.length === 0) return [];
    const pools = await this.pools.ofActivity(tx, activity.id);
    return pools
      .filter(({ id }) => wished.includes(id))
      .map((pool) => ({ poolId: pool.id, opensAt: opensAtOf(activity, pool) }));
  }
}

/** A pool opens no earlier than its activity. */
export function opensAtOf(
  { signUpOpensAt }: Pick<ActivityRow, 'signUpOpensAt'>,
  { opensAt }: { readonly opensAt: Date | null },
): Date {
  return opensAt !== null && opensAt > signUpOpensAt ? opensAt : signUpOpensAt;
}

function isSame(row: ReminderRoundRow, round: Round): boolean {
  return row.baseAt.getTime() === round.baseAt.getTime() && row.dueAt.getTime() === round.dueAt.getTime();
}
