import { Injectable } from '@nestjs/common';
import {
  membershipEvents,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, ConsumesTogether, schedule, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { RoleRef, UnionRef } from './reference.entity.js';

/** Due work: somebody has come to an office of a union, or has left it, or the union is new. */
export const officesMovedDue = 'offices-moved';

/** Maintains the copies of the union tree and of roles. */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, { id, version, path, name, active }: UnionState): Promise<void> {
    tx.send(storeCopy(tx, UnionRef, { id, version, path, name, active }));
    await schedule(tx, { kind: officesMovedDue, key: id, at: tx.now });
  }

  @ConsumesTogether(membershipEvents.roleChanged, (role) => role.id)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    const revokedAt = role.revokedAt === null ? null : new Date(role.revokedAt);
    tx.send(storeCopy(tx, RoleRef, { ...role, revokedAt }));
    await schedule(tx, { kind: officesMovedDue, key: role.unionId, at: tx.now });
  }
}
