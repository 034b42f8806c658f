import { Injectable } from '@nestjs/common';
import {
  activityTaskContract,
  type ActivityTaskIdRequest,
  type ActivityTaskView,
  type AddActivityTaskRequest,
  type EditActivityTaskRequest,
  type FinishActivityTaskRequest,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { type CallContext, DomainError, newId, type Party, sameParty } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { type Host, hostsOf } from '../agreement/agreement.model.js';
import { ActivityTaskAccess, hostOf } from './activity-task-access.js';
import { ActivityTaskChanges } from './activity-task-changes.js';
import type { ActivityTaskRow } from './activity-task.entity.js';
import { requireBeside, requireStep } from './activity-task.model.js';
import { ActivityTaskRepository } from './activity-task.repository.js';
import { activityTaskViewOf } from './activity-task.view.js';
import { dateIn } from './task-days.js';

/** The most tasks beside the agreement, which has at most 200. */
const besideMax = 200;

interface Found {
  readonly activity: ActivityRow;
  readonly row: ActivityTaskRow;
}

/** Commands of hosts for their tasks. */
@Injectable()
export class ActivityTaskService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly tasks: ActivityTaskRepository,
    private readonly access: ActivityTaskAccess,
    private readonly changes: ActivityTaskChanges,
  ) {}

  /** A host's own task beside the agreement. @throws DomainError `ACTIVITY_CANCELLED`, `ACTIVITY_TASKS_TOO_MANY` */
  @Handles(activityTaskContract.add)
  add(request: AddActivityTaskRequest, call: CallContext): Promise<Outcome<ActivityTaskView>> {
    return this.transactions.command(call, activityTaskContract.add, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.see(tx, activity);
      const host = hostNamed(hostsOf(activity), request.party ?? null);
      await this.access.act(tx, activity, host);
      if (activity.state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED');
      if ((await this.tasks.countBeside(tx, activity.id)) >= besideMax)
        throw new DomainError('ACTIVITY_TASKS_TOO_MANY', { params: { max: besideMax } });
      const { title, dueOn = null, note = null } = request;
      const fields = { title, dueOn, agreementId: null, createdBy: tx.personId };
      const row = { ...newTask(tx, activity.id, host, fields), note };
      await this.changes.add(tx, activity, [row]);
      return this.view(tx, activity, row);
    });
  }

  @Handles(activityTaskContract.edit)
  edit(request: EditActivityTaskRequest, call: CallContext): Promise<Outcome<ActivityTaskView>> {
    return this.transactions.command(call, activityTaskContract.edit, request, async (tx) => {
      const { activity, row } = await this.find(tx, request);
      await this.access.act(tx, activity, hostOf(row));
      requireVersion(tx, row.version);
      if (row.state === 'dropped') requireStep(row.state, row.state);
      const changes = editedFields(request);
      if (changes.title !== undefined && changes.title !== row.title) requireBeside(row, '/title');
      if (changes.dueOn !== undefined && changes.dueOn !== row.dueOn) requireBeside(row, '/dueOn');
      return this.view(tx, activity, await this.changes.save(tx, activity, row, changes));
    });
  }

  /** Marked as done by its host or by a manager of the activity. */
  @Handles(activityTaskContract.finish)
  finish(request: FinishActivityTaskRequest, call: CallContext): Promise<Outcome<ActivityTaskView>> {
    return this.transactions.command(call, activityTaskContract.finish, request, async (tx) => {
      const { activity, row } = await this.find(tx, request);
      await this.access.actOrManage(tx, activity, hostOf(row));
      requireStep(row.state, 'done');
      const note = request.note ?? row.note;
      const changes = { state: 'done', note, doneBy: tx.personId, doneAt: tx.now } as const;
      return this.view(tx, activity, await this.changes.save(tx, activity, row, changes));
    });
  }

  @Handles(activityTaskContract.reopen)
  reopen(request: ActivityTaskIdRequest, call: CallContext): Promise<Outcome<ActivityTaskView>> {
    return this.transactions.command(call, activityTaskContract.reopen, request, async (tx) => {
      const { activity, row } = await this.find(tx, request);
      await this.access.actOrManage(tx, activity, hostOf(row));
      requireStep(row.state, 'open');
      const changes = { state: 'open', doneBy: null, doneAt: null } as const;
      return this.view(tx, activity, await this.changes.save(tx, activity, row, changes));
    });
  }

  /** Drops a task that was not agreed with anybody. @throws DomainError `ACTIVITY_TASK_AGREED` */
  @Handles(activityTaskContract.drop)
  drop(request: ActivityTaskIdRequest, call: CallContext): Promise<Outcome<ActivityTaskView>> {
    return this.transactions.command(call, activityTaskContract.drop, request, async (tx) => {
      const { activity, row } = await this.find(tx, request);
      await this.access.act(tx, activity, hostOf(row));
      requireVersion(tx, row.version);
      requireBeside(row);
      requireStep(row.state, 'dropped');
      return this.view(tx, activity, await this.changes.save(tx, activity, row, { state: 'dropped' }));
    });
  }

  private async find(tx: Transaction, request: ActivityTaskIdRequest): Promise<Found> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.lock(tx, request.activityId);
    await this.access.see(tx, activity);
    const row = await this.tasks.findById(tx, activity.id, request.taskId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { activity, row };
  }

  private async view(
    tx: Transaction,
    activity: ActivityRow,
    row: ActivityTaskRow,
  ): Promise<ActivityTaskView> {
    const isMine = (await this.access.mine(tx, [row]))(row);
    return activityTaskViewOf(row, { today: dateIn(activity.timeZone, tx.now), isMine });
  }
}

/** A new open task of a host. */
export function newTask(
  tx: Transaction,
  activityId: string,
  host: Host,
  fields: Pick<ActivityTaskRow, 'title' | 'dueOn' | 'agreementId' | 'createdBy'>,
): ActivityTaskRow {
  return {
    activityId,
    id: newId(),
    version: 1,
    partyKind: host.kind,
    partyId: host.id,
    partyName: host.name,
    unionId: host.unionId,
    ...fields,
    state: 'open',
    note: null,
    doneBy: null,
    doneAt: null,
    createdAt: tx.now,
  };
}

/** @throws DomainError `AGREEMENT_PARTY_UNKNOWN` */
function hostNamed(hosts: readonly Host[], party: Party | null): Host {
  const host = party === null ? hosts[0] : hosts.find((one) => sameParty(one, party));
  if (host === undefined) throw new DomainError('AGREEMENT_PARTY_UNKNOWN', { pointer: '/party' });
  return host;
}

/** The fields named by the request; a title cannot be cleared. */
function editedFields({ title, dueOn, note }: EditActivityTaskRequest): Partial<ActivityTaskRow> {
  return {
    ...(title === undefined || title === null ? {} : { title }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(note === undefined ? {} : { note }),
  };
}
