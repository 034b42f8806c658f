import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type PartyState,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MemberRef, PartyRef, RoleRef, UnionRef } from './reference.entity.js';

/** Keeps the copies of what membership owns. */
@Injectable()
export class ReferenceConsumer {
  @Consumes(membershipEvents.unionChanged)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    tx.send(keepCopy(tx, UnionRef, union));
  }

  @Consumes(membershipEvents.partyChanged)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(keepCopy(tx, PartyRef, party));
  }

  @Consumes(membershipEvents.roleChanged)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    tx.send(
      keepCopy(tx, RoleRef, {
        ...role,
        revokedAt: role.revokedAt === null ? null : new Date(role.revokedAt),
      }),
    );
  }

  @Consumes(membershipEvents.memberChanged)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    tx.send(keepCopy(tx, MemberRef, member));
  }
}
