import { Injectable } from '@nestjs/common';
import { DomainError, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess, proposerOf } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Standing } from './attachment-rules.js';
import { AttachmentRepository } from './attachment.repository.js';

/** The standing of the caller towards an activity. */
@Injectable()
export class AttachmentOnlookers {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly attachments: AttachmentRepository,
  ) {}

  /** An activity the caller sees. @throws DomainError `NOT_FOUND` */
  async seen(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, activity);
    return activity;
  }

  /** A published activity. @throws DomainError `NOT_FOUND` */
  async published(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null || activity.publishedAt === null) throw new DomainError('NOT_FOUND');
    return activity;
  }

  async standingOf(tx: Transaction, activity: ActivityRow): Promise<Standing> {
    if (await this.isHost(tx, activity)) return 'hosts';
    return (await this.attachments.isSeated(tx, activity.id, tx.personId)) ? 'seated' : 'signedIn';
  }

  private async isHost(tx: Transaction, activity: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null) return false;
    if (mayDo(actor, actions.seeHostAttachments, proposerOf(activity))) return true;
    if (actor.roles.length === 0) return false;
    const unionIds = hostUnions(activity).map(({ id }) => id);
    const paths = await this.references.pathsOf(tx, unionIds);
    return mayDo(actor, actions.seeHostAttachments, { paths });
  }
}
