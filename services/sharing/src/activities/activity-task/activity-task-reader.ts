import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  activityTaskContract,
  type ActivityTaskView,
  type ListActivityTasksRequest,
  type ListWaitingTasksRequest,
  type WaitingTaskView,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ActivityTaskAccess } from './activity-task-access.js';
import { ActivityTaskRepository } from './activity-task.repository.js';
import { activityTaskViewOf, waitingTaskViewOf } from './activity-task.view.js';
import { dateIn } from './task-days.js';

/** Shows tasks to the hosts of their activity, and each host's own to-do list. */
@Injectable()
export class ActivityTaskReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly tasks: ActivityTaskRepository,
    private readonly access: ActivityTaskAccess,
  ) {}

  @Handles(activityTaskContract.list)
  list(request: ListActivityTasksRequest, call: CallContext): Promise<Page<ActivityTaskView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, activity);
      const rows = await this.tasks.list(tx, request);
      const isMine = await this.access.mine(tx, rows);
      const today = dateIn(activity.timeZone, tx.now);
      return toPage(
        rows.map((row) => activityTaskViewOf(row, { today, isMine: isMine(row) })),
        { limit: request.limit, cursorOf: byDay },
      );
    });
  }

  @Handles(activityTaskContract.waiting)
  waiting(request: ListWaitingTasksRequest, call: CallContext): Promise<Page<WaitingTaskView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rolePaths = reachOf(tx.call.actor, actions.doActivityTask);
      const rows = await this.tasks.waiting(tx, { personId: tx.personId, rolePaths }, request);
      return toPage(
        rows.map((row) => waitingTaskViewOf(row, tx.now)),
        { limit: request.limit, cursorOf: byDay },
      );
    });
  }
}

/** Tasks without a date come last. */
function byDay({ dueOn, id }: { readonly dueOn: string | null; readonly id: string }): [string, string] {
  return [dueOn ?? 'infinity', id];
}
