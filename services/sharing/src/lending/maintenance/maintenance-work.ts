import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { loanReturnedDue } from '../loan/loan-steps.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type BookableResource, BookingService } from '../resource/booking.service.js';
import { civilDate } from '../resource/civil-time.model.js';
import { MaintenanceTasks, maintenanceReminderDue } from './maintenance-tasks.js';
import { toldTask } from './maintenance-awaits.model.js';
import { dayAfterLoans, isOverdue, loansLeft } from './maintenance-days.js';
import { MaintenanceRepository, type TaskLine } from './maintenance.repository.js';

/** Due work: recount the loans of a resource. Its key names the resource and the returned loan. */
const maintenanceCountDue = 'maintenance-count';
const keySeparator = '/';

/** Due work of maintenance, and reactions to loans. */
@Injectable()
export class MaintenanceWork {
  constructor(
    private readonly tasks: MaintenanceTasks,
    private readonly maintenance: MaintenanceRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * Each resource is counted in a transaction of its own: a loan may have taken several, whose locks have an order.
   */
  @OnDue(loanReturnedDue)
  async loanReturned(tx: Transaction, loanId: string): Promise<void> {
    for (const resourceId of await this.maintenance.countedOf(tx, loanId)) {
      const key = [resourceId, loanId].join(keySeparator);
      await schedule(tx, { kind: maintenanceCountDue, key, at: tx.now });
    }
  }

  @OnDue(maintenanceCountDue)
  async count(tx: Transaction, key: string): Promise<void> {
    const [resourceId = ''] = key.split(keySeparator);
    const locked = await this.booking.lock(tx, resourceId);
    for (const line of await this.maintenance.counting(tx, resourceId)) {
      if (loansLeft(line.every, line.loans ?? 0) === 0) await this.fallDue(tx, locked, line);
    }
  }

  /** The morning after its day, if nobody has done anything. */
  @OnDue(maintenanceReminderDue)
  async notify(tx: Transaction, taskId: string): Promise<void> {
    const line = await this.maintenance.line(tx, taskId);
    if (line === null || line.state !== 'open' || line.endedAt !== null || line.dueOn === null) return;
    if (!isOverdue(line.dueOn, civilDate(tx.now))) return this.tasks.remind(tx, line);
    const { id, dueOn, resourceId } = line;
    const { title, taskTitle } = toldTask(line);
    await this.writer.write(tx, [
      {
        personIds: await this.keepersOf(tx, resourceId),
        about: { resourceId },
        title,
        kind: 'maintenanceOverdue',
        why: 'keeps',
        cause: `maintenance/${id}/maintenanceOverdue/${dueOn}`,
        values: { taskTitle, dueOn },
      },
    ]);
  }

  private async fallDue(tx: Transaction, locked: BookableResource, line: TaskLine): Promise<void> {
    const task = await this.maintenance.findTask(tx, line.id);
    const plan = await this.maintenance.findPlan(tx, line.resourceId, line.planId);
    if (task === null || plan === null) return;
    const due = { ...task, dueOn: dayAfterLoans(civilDate(tx.now)), version: task.version + 1 };
    await this.maintenance.updateTask(tx, due);
    await this.tasks.tryTake(tx, locked, { plan, task: due });
    await this.tasks.remind(tx, due);
  }

  /** The personal owner, or the representatives of the lending union. */
  private async keepersOf(tx: Transaction, resourceId: string): Promise<readonly string[]> {
    const resource = await this.booking.find(tx, resourceId);
    if (resource === null) return [];
    if (resource.ownerKind === 'person') return [resource.ownerId];
    return this.references.speakersOf(tx, [resource.ownerUnionId]);
  }
}
