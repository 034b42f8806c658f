import { dayMs } from '@gongxiang/domain';
import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { proposalDue } from '../../activities/activity/proposal.due.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { outsideQuietHours } from '../../activities/reminder/quiet-hours.js';

/** There is no deadline: the morning is always early enough. */
const far = dayMs;

@Injectable()
export class ProposalWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly notices: NoticeWriter,
  ) {}

  /** Reminds the officers of pending proposals, by day, and once per submission. */
  @OnDue(proposalDue)
  async remind(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity?.state !== 'draft' || activity.proposal?.state !== 'waiting') return;
    const at = outsideQuietHours(tx.now, new Date(tx.now.getTime() + far), activity.timeZone);
    if (at > tx.now) return schedule(tx, { kind: proposalDue, key: activityId, at });
    const { unionId } = activity;
    const officers = await this.references.nearestHoldersOf(tx, actions.sponsorProposal, unionId);
    const cause = `proposal/${activityId}/waiting/${activity.version}`;
    await this.notices.write(tx, [
      {
        personIds: officers,
        about: { activityId },
        kind: 'proposalWaiting',
        why: 'proposersUnion',
        cause,
      },
    ]);
  }
}
