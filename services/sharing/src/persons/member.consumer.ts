import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, ConsumesTogether } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { RequesterService } from '../lending/loan/requester.service.js';
import { MembershipService } from '../seats/registration/membership.service.js';

/**
 * Saves the copies of members, and has everything reviewed that rests on a membership. One consumer for all of it: with
 * one for each district, every row of a roster was read, checked and sent to the database three times. It begins with
 * the first event that is kept, so that what one of the three had yet to do before an upgrade is done as well.
 */
@Consumer('member-consumer')
@Injectable()
export class MemberConsumer {
  constructor(
    private readonly registrations: MembershipService,
    private readonly loans: RequesterService,
  ) {}

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    this.changed(tx, [member]);
  }

  @Consumes(membershipEvents.membersChanged)
  async membersChanged(tx: Transaction, { members }: MembersState): Promise<void> {
    this.changed(tx, members);
  }

  /** In this order: the loans are looked at once the new memberships are saved. */
  private changed(tx: Transaction, members: readonly MemberState[]): void {
    this.registrations.changed(tx, members);
    this.loans.reviewLater(
      tx,
      members.map(({ personId }) => personId),
    );
  }
}
