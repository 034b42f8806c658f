import { Injectable } from '@nestjs/common';
import { type ActionRule, mayDo } from '@gongxiang/domain';
import type { Gate } from '@gongxiang/domain/door';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from './actions.js';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { authoriseMatter } from '../reference/delegation/delegated.js';
import { mattersOf } from '../reference/delegation/delegation.model.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { RoleHints } from '../reference/role-hints.js';

/** Who works at a door, and whom they may let in now. One of the two ids is null. */
export interface Entrance {
  readonly gate: Gate;
  /** The member of staff. */
  readonly receivedFrom: string | null;
  /** The link of a helper's phone. */
  readonly doorLinkId: string | null;
}

/** Staff at the door: the organiser's union and those of the co-hosts, and who helps to organise it. */
@Injectable()
export class AttendanceDoor {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  /** @throws DomainError `NOT_PERMITTED`, for a draft `NOT_FOUND` */
  async authorise(tx: Transaction, activity: ActivityRow, rule: ActionRule): Promise<void> {
    const unionIds = activity.coHosts.map(({ unionId }) => unionId);
    const paths = unionIds.length === 0 ? [] : await this.references.pathsOf(tx, unionIds);
    const subject = { paths: [activity.unionPath, ...paths], visible: activity.publishedAt !== null };
    await authoriseMatter(tx, rule, { ...subject, matters: mattersOf(activity) });
  }

  /** The people the caller may let in here now. */
  gateOf({ call: { actor } }: Transaction, activity: ActivityRow): Gate {
    // Walk-ins count in the organiser's costs: only the organiser's own staff may admit them.
    const mayAdmitWalkIns =
      actor !== null && mayDo(actor, actions.admitWalkIn, { paths: [activity.unionPath] });
    return { isOpen: activity.state === 'published', mayAdmitWalkIns };
  }

  /** The door at which the caller, a member of staff, works. */
  entranceOf(tx: Transaction, activity: ActivityRow): Entrance {
    return { gate: this.gateOf(tx, activity), receivedFrom: tx.personId, doorLinkId: null };
  }

  /** Hints at attendance to the pages of staff at all doors. */
  async hint(tx: Transaction, activity: ActivityRow): Promise<void> {
    const unionIds = [activity.unionId, ...activity.coHosts.map(({ unionId }) => unionId)];
    // The time serves as a version: scans are not counted under a lock that all doors would wait for.
    const hint = { resource: 'attendance', id: activity.id, version: tx.now.getTime() };
    await this.hints.send(tx, hint, { rule: actions.seeAttendance, unionIds });
  }
}
