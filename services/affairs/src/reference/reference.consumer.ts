import { Injectable } from '@nestjs/common';
import {
  membershipEvents,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { type MotionCounted, voteEvents } from '@gongxiang/contracts/evaluation/votes/vote-events';
import { rootPath } from '@gongxiang/domain';
import { Consumer, ConsumesTogether, schedule, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MotionRef, RoleRef, UnionRef } from './reference.entity.js';

/** Due work: the federation is known, or has changed; its key is the id of the federation. */
export const rootKnownDue = 'root-known';

/** Maintains the copies of the union tree, of roles and of what was voted on in secret. */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, { id, version, path, name, active }: UnionState): Promise<void> {
    tx.send(storeCopy(tx, UnionRef, { id, version, path, name, active }));
    if (path === rootPath) await schedule(tx, { kind: rootKnownDue, key: id, at: tx.now });
  }

  @ConsumesTogether(membershipEvents.roleChanged, (role) => role.id)
  async roleChanged(tx: Transaction, role: RoleGrantState): Promise<void> {
    const { id, version, personId, unionId } = role;
    const revokedAt = role.revokedAt === null ? null : new Date(role.revokedAt);
    tx.send(storeCopy(tx, RoleRef, { id, version, personId, unionId, role: role.role, revokedAt }));
  }

  @ConsumesTogether(voteEvents.motionCounted, (motion) => motion.id)
  async motionCounted(tx: Transaction, motion: MotionCounted): Promise<void> {
    tx.send(storeCopy(tx, MotionRef, { ...motion, closedAt: new Date(motion.closedAt) }));
  }
}
