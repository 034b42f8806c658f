import { Injectable } from '@nestjs/common';
import {
  type ClubMemberState,
  type GroupMemberState,
  type GroupState,
  membershipEvents,
  type PartyState,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { unionRefOf } from './membership.model.js';
import { ClubMemberRef, GroupMemberRef, GroupRef, PartyRef, RoleRef, UnionRef } from './reference.entity.js';

/** Maintains the copies of membership's data, but for those of members (`MemberConsumer`). */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    tx.send(storeCopy(tx, UnionRef, unionRefOf(union)));
  }

  @ConsumesTogether(membershipEvents.partyChanged, ({ kind, id }) => `${kind}/${id}`)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(storeCopy(tx, PartyRef, party));
  }

  @ConsumesTogether(membershipEvents.clubMemberChanged, (member) => `${member.clubId}/${member.personId}`)
  async clubMemberChanged(tx: Transaction, member: ClubMemberState): Promise<void> {
    tx.send(storeCopy(tx, ClubMemberRef, member));
  }

  @ConsumesTogether(membershipEvents.groupChanged, (group) => group.id)
  async groupChanged(tx: Transaction, group: GroupState): Promise<void> {
    tx.send(storeCopy(tx, GroupRef, group));
  }

  @ConsumesTogether(membershipEvents.groupMemberChanged, (member) => member.id)
  async groupMemberChanged(tx: Transaction, member: GroupMemberState): Promise<void> {
    tx.send(storeCopy(tx, GroupMemberRef, member));
  }

  @ConsumesTogether(membershipEvents.roleChanged, (role) => role.id)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    const revokedAt = role.revokedAt === null ? null : new Date(role.revokedAt);
    tx.send(storeCopy(tx, RoleRef, { ...role, revokedAt }));
  }
}
