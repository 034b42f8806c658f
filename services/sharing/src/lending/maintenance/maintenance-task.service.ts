import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CompleteMaintenanceTaskRequest,
  type ListMaintenanceTasksRequest,
  maintenanceTaskContract,
  type MaintenanceTaskIdRequest,
  type MaintenanceTaskView,
  type RescheduleMaintenanceTaskRequest,
  type SkipMaintenanceTaskRequest,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import type { CustodyAct } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { type CallContext, DomainError, fromWire, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import type { BookableResource } from '../resource/booking.service.js';
import { civilDate } from '../resource/civil-time.model.js';
import { MaintenanceTasks } from './maintenance-tasks.js';
import type { MaintenancePlanRow, MaintenanceTaskRow } from './maintenance.entity.js';
import { checkDay, dayAfter } from './maintenance-days.js';
import { MaintenanceRepository } from './maintenance.repository.js';
import { taskView } from './maintenance.view.js';

const dayForever = '9999-12-31';

/** A task under work: the thing is locked, and the caller manages it. */
interface InHand {
  readonly locked: BookableResource;
  readonly plan: MaintenancePlanRow;
  readonly task: MaintenanceTaskRow;
}

/** Single maintenance tasks: completed, skipped, rescheduled, and all of that undone. */
@Injectable()
export class MaintenanceTaskService {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: MaintenanceTasks,
    private readonly maintenance: MaintenanceRepository,
    private readonly custody: CustodyRepository,
  ) {}

  /** For the manager of the thing. @throws DomainError `NOT_FOUND` */
  @Handles(maintenanceTaskContract.get)
  get({ taskId }: MaintenanceTaskIdRequest, call: CallContext): Promise<MaintenanceTaskView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const known = await this.maintenance.findTask(tx, taskId);
      if (known === null) throw new DomainError('NOT_FOUND');
      await this.tasks.authoriseUnlocked(tx, known.resourceId, false);
      return this.tasks.view(tx, taskId);
    });
  }

  /** Of a resource, for its manager; otherwise of all the caller manages. */
  @Handles(maintenanceTaskContract.list)
  list(request: ListMaintenanceTasksRequest, call: CallContext): Promise<Page<MaintenanceTaskView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      if (request.resourceId !== undefined) await this.tasks.authoriseUnlocked(tx, request.resourceId);
      const { state = 'open', overdue, ...rest } = request;
      const today = civilDate(tx.now);
      const manageable = { personId: tx.personId, paths: reachOf(call.actor, actions.manageResource) };
      const rows = await this.maintenance.list(tx, {
        ...rest,
        state,
        ...(overdue ? { before: today } : {}),
        ...(request.resourceId === undefined ? { manageable } : {}),
      });
      return toPage(
        rows.map((row) => taskView(row, today)),
        {
          limit: request.limit,
          cursorOf: ({ id, dueOn, closedAt }) => [closedAt ?? dueOn ?? dayForever, id],
        },
      );
    });
  }

  /**
   * Its time is free from then on, and the next task is open. @throws DomainError `ILLEGAL_TRANSITION` if it is
   * closed
   */
  @Handles(maintenanceTaskContract.complete)
  complete(
    request: CompleteMaintenanceTaskRequest,
    call: CallContext,
  ): Promise<Outcome<MaintenanceTaskView>> {
    return this.transactions.command(call, maintenanceTaskContract.complete, request, async (tx) => {
      const inHand = await this.lockOpen(tx, request);
      const { task } = inHand;
      const doneOn = request.doneOn ?? civilDate(tx.now);
      if (doneOn > civilDate(tx.now)) throw new DomainError('MAINTENANCE_DONE_LATER', { pointer: '/doneOn' });
      const { note = null, condition = null } = request;
      const costFen = costOf(request);
      if (condition !== null && task.pieceId === null)
        throw new DomainError('CONDITION_OF_NO_PIECE', { pointer: '/condition' });
      await this.close(tx, inHand, { state: 'done', doneOn, note, costFen });
      if (task.pieceId !== null) {
        await this.custody.note(tx, [task.pieceId], {
          act: 'maintained',
          condition,
          note: [inHand.plan.title, note].filter(Boolean).join('：'),
        });
        if (condition !== null) await this.custody.found(tx, [task.pieceId], condition);
      }
      return this.tasks.view(tx, task.id);
    });
  }

  @Handles(maintenanceTaskContract.skip)
  skip(request: SkipMaintenanceTaskRequest, call: CallContext): Promise<Outcome<MaintenanceTaskView>> {
    return this.transactions.command(call, maintenanceTaskContract.skip, request, async (tx) => {
      const inHand = await this.lockOpen(tx, request);
      await this.close(tx, inHand, { state: 'skipped', doneOn: null, note: request.reason, costFen: null });
      await this.note(tx, inHand, 'maintenanceSkipped', request.reason);
      return this.tasks.view(tx, request.taskId);
    });
  }

  /** On another day; the rhythm stays. @throws DomainError `MAINTENANCE_TIME_TAKEN` */
  @Handles(maintenanceTaskContract.reschedule)
  reschedule(
    request: RescheduleMaintenanceTaskRequest,
    call: CallContext,
  ): Promise<Outcome<MaintenanceTaskView>> {
    return this.transactions.command(call, maintenanceTaskContract.reschedule, request, async (tx) => {
      const inHand = await this.lockOpen(tx, request);
      const pointer = '/dueOn';
      checkDay(request.dueOn, civilDate(tx.now), pointer);
      const task = { ...inHand.task, dueOn: request.dueOn, version: inHand.task.version + 1 };
      await this.tasks.releaseTime(tx, task);
      await this.maintenance.updateTask(tx, task);
      await this.tasks.take(tx, inHand.locked, { plan: inHand.plan, task, pointer });
      await this.tasks.remind(tx, task);
      return this.saved(tx, task, inHand.task);
    });
  }

  /** Undoes the latest one: it is open again, and its successor is deleted. */
  @Handles(maintenanceTaskContract.reopen)
  reopen(request: MaintenanceTaskIdRequest, call: CallContext): Promise<Outcome<MaintenanceTaskView>> {
    return this.transactions.command(call, maintenanceTaskContract.reopen, request, async (tx) => {
      const inHand = await this.lock(tx, request);
      const { locked, plan, task: before } = inHand;
      if (before.state === 'open') return this.tasks.view(tx, before.id);
      requireInForce(plan);
      const latest = await this.maintenance.latestClosed(tx, plan.id);
      if (latest?.id !== before.id) throw new DomainError('MAINTENANCE_NOT_LATEST');
      const next = await this.maintenance.openTask(tx, plan.id);
      if (next !== null) {
        await this.tasks.releaseTime(tx, next);
        await this.maintenance.deleteTask(tx, next);
      }
      const closed = { doneOn: null, note: null, costFen: null, closedBy: null, closedAt: null };
      const task = { ...before, ...closed, state: 'open' as const, version: before.version + 1 };
      await this.maintenance.updateTask(tx, task);
      await this.tasks.tryTake(tx, locked, { plan, task });
      await this.tasks.remind(tx, task);
      await this.note(tx, inHand, 'maintenanceReopened', null);
      return this.saved(tx, task, before);
    });
  }

  private async close(
    tx: Transaction,
    { locked, plan, task: before }: InHand,
    how: Pick<MaintenanceTaskRow, 'state' | 'doneOn' | 'note' | 'costFen'>,
  ): Promise<void> {
    const closed = { closedBy: tx.personId, closedAt: tx.now, version: before.version + 1 };
    const task = { ...before, ...how, ...closed };
    await this.tasks.releaseTime(tx, task);
    await this.maintenance.updateTask(tx, task);
    const day = dayAfter(plan, before, civilDate(tx.now));
    const next = await this.tasks.open(tx, plan, day);
    await this.tasks.tryTake(tx, locked, { plan, task: next });
    tx.audit({ noun: 'maintenanceTask', id: task.id, before: audited(before), after: audited(task) });
  }

  /** @throws DomainError `NOT_FOUND` also for uninvolved callers */
  private async lock(tx: Transaction, { taskId }: MaintenanceTaskIdRequest): Promise<InHand> {
    tx.authorise(actions.listLoans, {});
    const known = await this.maintenance.findTask(tx, taskId);
    if (known === null) throw new DomainError('NOT_FOUND');
    const locked = await this.tasks.lock(tx, known.resourceId, false);
    const task = await this.maintenance.findTask(tx, taskId);
    const plan = task && (await this.maintenance.findPlan(tx, task.resourceId, task.planId));
    if (task === null || plan === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, task.version);
    return { locked, plan, task };
  }

  private async lockOpen(tx: Transaction, request: MaintenanceTaskIdRequest): Promise<InHand> {
    const inHand = await this.lock(tx, request);
    if (inHand.task.state !== 'open') throw new DomainError('ILLEGAL_TRANSITION');
    requireInForce(inHand.plan);
    return inHand;
  }

  private async note(
    tx: Transaction,
    { plan, task }: InHand,
    act: CustodyAct,
    said: string | null,
  ): Promise<void> {
    if (task.pieceId === null) return;
    const note = [plan.title, said].filter((text) => text !== null).join('：');
    await this.custody.note(tx, [task.pieceId], { act, note });
  }

  private saved(
    tx: Transaction,
    row: MaintenanceTaskRow,
    before: MaintenanceTaskRow,
  ): Promise<MaintenanceTaskView> {
    tx.audit({ noun: 'maintenanceTask', id: row.id, before: audited(before), after: audited(row) });
    return this.tasks.view(tx, row.id);
  }
}

/** @throws DomainError `MAINTENANCE_PLAN_ENDED` */
function requireInForce({ endedAt }: MaintenancePlanRow): void {
  if (endedAt !== null) throw new DomainError('MAINTENANCE_PLAN_ENDED');
}

/** @returns fen @throws DomainError `MAINTENANCE_COST_NEGATIVE` */
function costOf({ cost = null }: CompleteMaintenanceTaskRequest): bigint | null {
  if (cost === null) return null;
  const costFen = fromWire(cost, '/cost');
  if (costFen < 0n) throw new DomainError('MAINTENANCE_COST_NEGATIVE', { pointer: '/cost' });
  return costFen;
}

function audited({ state, dueOn, doneOn, note, costFen }: MaintenanceTaskRow): Record<string, unknown> {
  return { state, dueOn, doneOn, note, cost: costFen === null ? null : String(costFen) };
}
