import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, ConsumesTogether } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { RequesterService } from '../lending/loan/requester.service.js';
import { BelongingService } from '../seats/registration/belonging.service.js';
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
    private readonly belonging: BelongingService,
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

  /** In this order: moves are seen while the old memberships are there, and the rest once the new ones are saved. */
  private changed(tx: Transaction, members: readonly MemberState[]): void {
    tx.writeLast(this.reviewMoves, members);
    this.registrations.changed(tx, members);
    this.loans.reviewLater(
      tx,
      members.map(({ personId }) => personId),
    );
  }

  private readonly reviewMoves = async (tx: Transaction, members: readonly MemberState[]): Promise<void> => {
    const moves = await this.belonging.movesAmong(tx, members);
    if (moves.length === 0) return;
    await this.belonging.reviewLater(tx, moves);
    await this.loans.reviewMovesLater(tx, moves);
  };
}
