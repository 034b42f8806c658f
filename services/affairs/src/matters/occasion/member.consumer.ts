import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, ConsumesTogether, storeCopiesLast } from '@gongxiang/messaging/events';
import type { LastWrite, Transaction } from '@gongxiang/persistence';
import { memberRefOf } from '../../reference/member.model.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { OccasionDayRow } from './occasion.entity.js';
import { occasionDayOf } from './occasion.model.js';
import { OccasionWaits } from './occasion-waits.js';

/**
 * Saves the copies of members and the days in their records. One consumer for both: with one for each, every row of a
 * roster was read and checked twice. It begins with the first event that is kept, so that nothing is missing after an
 * upgrade of what one of the two had yet to hear.
 */
@Consumer('member-consumer')
@Injectable()
export class MemberConsumer {
  /** In one statement for all members of a transaction, as those of a roster come by the thousand. */
  private readonly follow: LastWrite<string> = (tx, personIds) => this.waits.followMembers(tx, personIds);

  constructor(private readonly waits: OccasionWaits) {}

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    this.changed(tx, [member]);
  }

  @Consumes(membershipEvents.membersChanged)
  async membersChanged(tx: Transaction, { members }: MembersState): Promise<void> {
    this.changed(tx, members);
  }

  /** The copies first: whoever tells of a day locks them before it. */
  private changed(tx: Transaction, members: readonly MemberState[]): void {
    storeCopiesLast(tx, MemberRef, members.map(memberRefOf));
    storeCopiesLast(tx, OccasionDayRow, members.map(occasionDayOf));
    tx.writeLast(
      this.follow,
      members.map(({ personId }) => personId),
    );
  }
}
