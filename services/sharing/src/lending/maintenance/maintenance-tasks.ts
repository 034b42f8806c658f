import { Injectable } from '@nestjs/common';
import type { MaintenanceTaskView } from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { DomainError, newId } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { attempt } from '../loan/attempt.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type BookableResource, BookingService } from '../resource/booking.service.js';
import { civilDate } from '../resource/civil-time.model.js';
import { managedBy } from '../resource/resource.model.js';
import { timeFreed } from '../resource/time-freed.js';
import type { MaintenancePlanRow, MaintenanceTaskRow } from './maintenance.entity.js';
import { blockOn, remindAt } from './maintenance-days.js';
import { MaintenanceRepository } from './maintenance.repository.js';
import { taskView } from './maintenance.view.js';

/** Due work: remind the manager of a thing of maintenance that is overdue. Its key is the task. */
export const maintenanceReminderDue = 'maintenance-tell';
/** Due work: say whom a task waits for, as it stands then. Its key is the task. */
export const maintenanceAwaitsDue = 'maintenance-awaits';

/** The shared steps of maintenance: the lock of the thing, its time out of service, and the next task. */
@Injectable()
export class MaintenanceTasks {
  constructor(
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly maintenance: MaintenanceRepository,
  ) {}

  /**
   * Locks the resource with everything that is taken together with it, for its manager.
   * @param isSeen whether the caller may know that it exists: of a resource they may, of a task not
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`
   */
  async lock(tx: Transaction, resourceId: string, isSeen = true): Promise<BookableResource> {
    const locked = await this.booking.lock(tx, resourceId);
    await this.authorise(tx, locked.resource, isSeen);
    return locked;
  }

  /** The same without a lock. */
  async authoriseUnlocked(tx: Transaction, resourceId: string, isSeen = true): Promise<void> {
    const resource = await this.booking.find(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    await this.authorise(tx, resource, isSeen);
  }

  /**
   * Takes the time of a task out of service, if a person chose its day. A past time is not taken.
   * @throws DomainError `MAINTENANCE_TIME_TAKEN`
   */
  async take(
    tx: Transaction,
    locked: BookableResource,
    { plan, task, pointer }: { plan: MaintenancePlanRow; task: MaintenanceTaskRow; pointer: string },
  ): Promise<void> {
    const period = blockOn(task.dueOn, plan);
    if (period === null || period.end <= tx.now) return;
    const { id, pieceId } = task;
    try {
      await this.booking.block(tx, locked, {
        id,
        period,
        reason: plan.title,
        pieceId,
        ...(pieceId === null ? {} : { quantity: 1 }),
      });
    } catch (error) {
      const isTaken =
        error instanceof DomainError && ['SLOT_TAKEN', 'PIECE_OUT_OF_SERVICE'].includes(error.code);
      throw isTaken ? new DomainError('MAINTENANCE_TIME_TAKEN', { pointer }) : error;
    }
  }

  /** The same if the day was computed: existing loans stay, and the task has no time until it is moved. */
  async tryTake(
    tx: Transaction,
    locked: BookableResource,
    of: { plan: MaintenancePlanRow; task: MaintenanceTaskRow },
  ): Promise<void> {
    try {
      await attempt(tx, (part) => this.take(part, locked, { ...of, pointer: '/dueOn' }));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'MAINTENANCE_TIME_TAKEN') return;
      throw error;
    }
  }

  /** The time of a task is free for loans again. */
  async releaseTime(tx: Transaction, { id, resourceId }: MaintenanceTaskRow): Promise<void> {
    await this.booking.release(tx, id);
    await timeFreed(tx, { id: resourceId });
    await unschedule(tx, maintenanceReminderDue, id);
    await schedule(tx, { kind: maintenanceAwaitsDue, key: id, at: tx.now });
  }

  /** Creates the next task of a plan. @param day null if loans are counted */
  async open(tx: Transaction, plan: MaintenancePlanRow, day: string | null): Promise<MaintenanceTaskRow> {
    const task: MaintenanceTaskRow = {
      id: newId(),
      version: 1,
      planId: plan.id,
      resourceId: plan.resourceId,
      pieceId: plan.pieceId,
      state: 'open',
      plannedOn: day,
      dueOn: day,
      since: tx.now,
      doneOn: null,
      note: null,
      costFen: null,
      closedBy: null,
      closedAt: null,
    };
    await this.maintenance.insertTask(tx, task);
    await this.remind(tx, task);
    return task;
  }

  /** It waits for whoever keeps the thing as its day comes near; they are reminded once that has passed. */
  async remind(tx: Transaction, { id, dueOn }: MaintenanceTaskRow): Promise<void> {
    await schedule(tx, { kind: maintenanceAwaitsDue, key: id, at: tx.now });
    if (dueOn !== null) await schedule(tx, { kind: maintenanceReminderDue, key: id, at: remindAt(dueOn) });
  }

  async view(tx: Transaction, taskId: string): Promise<MaintenanceTaskView> {
    const line = await this.maintenance.line(tx, taskId);
    if (line === null) throw new DomainError('NOT_FOUND');
    return taskView(line, civilDate(tx.now));
  }

  private async authorise(
    tx: Transaction,
    resource: BookableResource['resource'],
    isSeen: boolean,
  ): Promise<void> {
    const owner = await this.references.union(tx, resource.ownerUnionId);
    await authoriseMatter(tx, actions.manageResource, {
      ...managedBy(resource, owner.path),
      visible: isSeen,
    });
  }
}
