import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { participantsDue } from '../../activities/activity/activity-hints.js';
import { movedDue } from '../../activities/activity/activity.service.js';
import { poolReleaseDue, releasedPool } from '../../activities/pool/pool-release.due.js';
import { BelongingService, belongingDue } from './belonging.service.js';
import { MembershipService, membershipDue } from './membership.service.js';
import { OfferWork } from './offer-work.js';
import { Participants } from './participants.js';
import { movedWaitlistDue, PoolReleaseService } from './pool-release.service.js';
import { activityIdOf, offersDue } from './seating.service.js';

/** Due work of registrations, also for memberships that end or move, and activities that move. */
@Injectable()
export class RegistrationConsumer {
  constructor(
    private readonly memberships: MembershipService,
    private readonly belonging: BelongingService,
    private readonly participants: Participants,
    private readonly offers: OfferWork,
    private readonly releases: PoolReleaseService,
  ) {}

  @OnDue(membershipDue)
  memberDue(tx: Transaction, personId: string): Promise<void> {
    return this.memberships.reviewPerson(tx, personId);
  }

  @OnDue(belongingDue)
  memberMoved(tx: Transaction, personId: string): Promise<void> {
    return this.belonging.review(tx, personId);
  }

  @OnDue(participantsDue)
  activityChanged(tx: Transaction, activityId: string, payload: unknown): Promise<void> {
    return this.participants.hint(tx, activityId, (payload as { after?: string }).after ?? null);
  }

  @OnDue(movedDue)
  activityMoved(tx: Transaction, activityId: string): Promise<void> {
    return this.memberships.reviewActivity(tx, activityId);
  }

  @OnDue(offersDue)
  offersRunOut(tx: Transaction, key: string): Promise<void> {
    return this.offers.expire(tx, activityIdOf(key));
  }

  @OnDue(poolReleaseDue)
  poolReleased(tx: Transaction, key: string): Promise<void> {
    return this.releases.release(tx, releasedPool(key));
  }

  @OnDue(movedWaitlistDue)
  waitlistMoved(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return this.releases.publishMoved(tx, key, payload);
  }
}
