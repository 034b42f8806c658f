import { Injectable } from '@nestjs/common';
import { type MemberState, membershipEvents } from '@gongxiang/contracts';
import { Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { movedDue } from '../activity/activity.service.js';
import { MembershipService, membershipDue } from './membership.service.js';

/** What a membership that changes, or an activity that moves to another day, does to registrations. */
@Injectable()
export class RegistrationConsumer {
  constructor(private readonly memberships: MembershipService) {}

  @Consumes(membershipEvents.memberChanged)
  memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    return this.memberships.changed(tx, member);
  }

  @OnDue(membershipDue)
  memberDue(tx: Transaction, personId: string): Promise<void> {
    return this.memberships.reviewPerson(tx, personId);
  }

  @OnDue(movedDue)
  activityMoved(tx: Transaction, activityId: string): Promise<void> {
    return this.memberships.reviewActivity(tx, activityId);
  }
}
