import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
  type PartyState,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import {
  Consumer,
  Consumes,
  ConsumesTogether,
  storeCopiesLast,
  storeCopy,
  storeCopyLast,
} from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MemberRef, PartyRef, RoleRef, UnionRef } from './reference.entity.js';

/** Maintains the copies of data that membership owns. */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    tx.send(storeCopy(tx, UnionRef, union));
  }

  @ConsumesTogether(membershipEvents.partyChanged, ({ kind, id }) => `${kind}/${id}`)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(storeCopy(tx, PartyRef, party));
  }

  @ConsumesTogether(membershipEvents.roleChanged, (role) => role.id)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    tx.send(
      storeCopy(tx, RoleRef, {
        ...role,
        revokedAt: role.revokedAt === null ? null : new Date(role.revokedAt),
      }),
    );
  }

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    storeCopyLast(tx, MemberRef, member);
  }

  @Consumes(membershipEvents.membersChanged)
  async membersChanged(tx: Transaction, { members }: MembersState): Promise<void> {
    storeCopiesLast(tx, MemberRef, members);
  }
}
