import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MemberService } from './member.service.js';
import { UnionRef } from './reference.entity.js';

/** Maintains the copies of the union tree and of memberships. */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  constructor(private readonly members: MemberService) {}

  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    tx.send(storeCopy(tx, UnionRef, { ...union, tier: union.tier ?? null }));
  }

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    this.members.changed(tx, [member]);
  }

  @Consumes(membershipEvents.membersChanged)
  async membersChanged(tx: Transaction, { members }: MembersState): Promise<void> {
    this.members.changed(tx, members);
  }
}
