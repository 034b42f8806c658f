import { Injectable } from '@nestjs/common';
import type { ActionRule } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ReferenceRepository } from '../reference/reference.repository.js';

/** Who works at the door: the organiser's union and those of the co-hosts. */
@Injectable()
export class AttendanceDoor {
  constructor(private readonly references: ReferenceRepository) {}

  /** @throws DomainError `NOT_PERMITTED`, for a draft `NOT_FOUND` */
  async authorise(tx: Transaction, activity: ActivityRow, rule: ActionRule): Promise<void> {
    const unionIds = activity.coHosts.map(({ unionId }) => unionId);
    const paths = unionIds.length === 0 ? [] : await this.references.pathsOf(tx, unionIds);
    tx.authorise(rule, { paths: [activity.unionPath, ...paths], visible: activity.publishedAt !== null });
  }
}
