import { Injectable } from '@nestjs/common';
import {
  type ActivityRemindersRequest,
  reminderContract,
  type RemindersView,
  type SetRemindersRequest,
} from '@gongxiang/contracts/sharing/activities/reminder.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { requireEditable } from '../activity/activity.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { ReminderPlanRow } from './reminder.entity.js';
import { ReminderPlanner } from './reminder-planner.js';
import { ReminderRepository } from './reminder.repository.js';
import { defaultReminders, momentOf, nameOf, type Reminder, requireDifferent } from './rounds.js';

/** The reminders of an activity. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly reminders: ReminderRepository,
    private readonly planner: ReminderPlanner,
  ) {}

  @Handles(reminderContract.get)
  get(request: ActivityRemindersRequest, call: CallContext): Promise<RemindersView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.manage(tx, activity, actions.manageReminders);
      return this.view(tx, activity, await this.planOf(tx, activity.id));
    });
  }

  /** New and moved reminders are sent at their times. @throws DomainError `REMINDER_TWICE` */
  @Handles(reminderContract.set)
  set(request: SetRemindersRequest, call: CallContext): Promise<Outcome<RemindersView>> {
    return this.transactions.command(call, reminderContract.set, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.lockById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.manage(tx, activity, actions.manageReminders);
      requireEditable(activity.state);
      const before = await this.planOf(tx, activity.id);
      requireVersion(tx, before.version);
      const reminders = request.items.map(({ anchor, minutesBefore }) => ({ anchor, minutesBefore }));
      requireDifferent(reminders);
      const row = { activityId: activity.id, version: before.version + 1, reminders };
      await this.reminders.savePlan(tx, row);
      await this.planner.plan(tx, activity);
      tx.audit({
        noun: 'reminders',
        id: activity.id,
        before: { reminders: before.reminders },
        after: { reminders },
      });
      return this.view(tx, activity, row);
    });
  }

  /** Without a choice: the defaults as the first version. */
  private async planOf(tx: Transaction, activityId: string): Promise<ReminderPlanRow> {
    return (
      (await this.reminders.findPlan(tx, activityId)) ?? {
        activityId,
        version: 1,
        reminders: defaultReminders,
      }
    );
  }

  private async view(
    tx: Transaction,
    activity: ActivityRow,
    { version, reminders }: ReminderPlanRow,
  ): Promise<RemindersView> {
    const rounds = await this.reminders.rounds(tx, activity.id);
    const sentOf = (name: string): number =>
      rounds
        .filter(({ key }) => key === name || key.startsWith(`${name}/`))
        .reduce((sum, { sent }) => sum + sent, 0);
    return {
      activityId: activity.id,
      version,
      isDefault: version === 1,
      items: reminders.map((one) => ({
        ...one,
        ...timesOf(activity, one),
        sent: sentOf(nameOf(one)),
      })),
    };
  }
}

function timesOf(activity: ActivityRow, one: Reminder): { at: string | null; isMoved: boolean } {
  if (one.anchor === 'poolOpens') return { at: null, isMoved: false };
  const base = one.anchor === 'start' ? activity.startsAt : activity.signUpClosesAt;
  const at = momentOf(activity.timeZone, one, base);
  return { at: at.toISOString(), isMoved: base.getTime() - at.getTime() !== one.minutesBefore * 60_000 };
}
