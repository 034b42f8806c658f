import { Injectable } from '@nestjs/common';
import type { CoHostIdRequest } from '@gongxiang/contracts/sharing/organising/leaving.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ActivityTaskRepository } from '../../activities/activity-task/activity-task.repository.js';
import type { ActivityTaskRow } from '../../activities/activity-task/activity-task.entity.js';
import { type Host, hostsOf, missingHosts } from '../../activities/agreement/agreement.model.js';
import { CoHostAccess } from '../../activities/co-host/co-host-access.js';
import { CoHostChanges, type Invitation } from '../../activities/co-host/co-host-changes.js';
import { CoHostRepository } from '../../activities/co-host/co-host.repository.js';

/** Loads a leaving co-host and its own tasks. */
@Injectable()
export class LeavingCoHosts {
  constructor(
    private readonly coHosts: CoHostRepository,
    private readonly changes: CoHostChanges,
    private readonly access: CoHostAccess,
    private readonly activities: ActivityRepository,
    private readonly tasks: ActivityTaskRepository,
  ) {}

  /** For all hosts to read. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async find(tx: Transaction, request: CoHostIdRequest): Promise<Invitation> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.coHosts.findById(tx, request.coHostId);
    const activity = await this.activities.findById(tx, request.activityId);
    if (row === null || activity === null || row.activityId !== activity.id)
      throw new DomainError('NOT_FOUND');
    await this.access.see(tx, { row, activity });
    return { row, activity };
  }

  /** Locked, for a representative of the co-host. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async lock(tx: Transaction, request: CoHostIdRequest): Promise<Invitation> {
    tx.authorise(actions.seeActivity, {});
    const invitation = await this.changes.lock(tx, request.coHostId);
    if (invitation.activity.id !== request.activityId) throw new DomainError('NOT_FOUND');
    await this.access.leave(tx, invitation);
    return invitation;
  }

  openTasks(tx: Transaction, invitation: Invitation): Promise<ActivityTaskRow[]> {
    return this.tasks.openOf(tx, invitation.activity.id, hostOf(invitation));
  }
}

/** The co-host as a host. */
export function hostOf({ row }: Invitation): Host {
  return { kind: row.partyKind, id: row.partyId, name: row.partyName, unionId: row.unionId };
}

/** The remaining hosts. */
export function stayingHosts(invitation: Invitation): Host[] {
  return missingHosts(hostsOf(invitation.activity), [hostOf(invitation)]);
}
