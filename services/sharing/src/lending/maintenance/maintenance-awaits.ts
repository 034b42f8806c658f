import { Injectable } from '@nestjs/common';
import { type Await, OnDue, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { partyOf } from '../../reference/whom.model.js';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import { awaitedFrom, awaitsOfTask } from './maintenance-awaits.model.js';
import { MaintenanceRepository, type TaskLine } from './maintenance.repository.js';
import { maintenanceAwaitsDue } from './maintenance-tasks.js';

/** Says whom a maintenance task waits for: whoever keeps the thing. */
@Injectable()
export class MaintenanceAwaits {
  constructor(
    private readonly maintenance: MaintenanceRepository,
    private readonly booking: BookingService,
  ) {}

  @OnDue(maintenanceAwaitsDue)
  async sync(tx: Transaction, taskId: string): Promise<void> {
    const line = await this.maintenance.line(tx, taskId);
    const from = line && awaitedFrom(line);
    if (from !== null && from > tx.now)
      await schedule(tx, { kind: maintenanceAwaitsDue, key: taskId, at: from });
    const awaits = line === null ? [] : await this.awaitsOf(tx, line);
    await syncAwaits(tx, 'sharing', 'maintenanceTask', [{ id: taskId, awaits }]);
  }

  private async awaitsOf(tx: Transaction, line: TaskLine): Promise<Await[]> {
    const resource = await this.booking.find(tx, line.resourceId);
    if (resource === null) return [];
    const { ownerKind: kind, ownerId: id, ownerUnionId: unionId } = resource;
    return awaitsOfTask(line, partyOf({ kind, id, unionId }, actions.manageResource), tx.now);
  }
}
