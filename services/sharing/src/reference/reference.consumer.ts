import { Injectable } from '@nestjs/common';
import {
  type ClubMemberState,
  type MemberState,
  membershipEvents,
  type PartyState,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { memberRefOf, unionRefOf } from './membership.model.js';
import { ClubMemberRef, MemberRef, PartyRef, RoleRef, UnionRef } from './reference.entity.js';

/** Keeps the copies of what membership owns. */
@Injectable()
export class ReferenceConsumer {
  @Consumes(membershipEvents.unionChanged)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    tx.send(keepCopy(tx, UnionRef, unionRefOf(union)));
  }

  @Consumes(membershipEvents.partyChanged)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(keepCopy(tx, PartyRef, party));
  }

  @Consumes(membershipEvents.memberChanged)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    tx.send(keepCopy(tx, MemberRef, memberRefOf(member)));
  }

  @Consumes(membershipEvents.clubMemberChanged)
  async clubMemberChanged(tx: Transaction, member: ClubMemberState): Promise<void> {
    tx.send(keepCopy(tx, ClubMemberRef, member));
  }

  @Consumes(membershipEvents.roleChanged)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    const revokedAt = role.revokedAt === null ? null : new Date(role.revokedAt);
    tx.send(keepCopy(tx, RoleRef, { ...role, revokedAt }));
  }
}
