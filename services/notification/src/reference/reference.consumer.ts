import { Injectable } from '@nestjs/common';
import {
  membershipEvents,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { type DelegationStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import {
  Consumer,
  ConsumesTogether,
  Push,
  schedule,
  scheduleNew,
  storeCopy,
} from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { DelegationRef, RoleRef, UnionRef } from './reference.entity.js';

/** Due work: somebody has come to an office of a union, or has left it, or the union is new. */
export const officesMovedDue = 'offices-moved';

/**
 * Due work: somebody may be awaited by what has begun before. Its key is the person, so that several roles that are given
 * together are one reason.
 */
export const newlyAwaitedDue = 'newly-awaited';
/** Until everything that came with it has been heard, and offices are placed. */
const togetherMs = 30_000;

/** Schedules that somebody learns of what waits for them already; again within a short time changes nothing. */
export function expectAwaited(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const at = new Date(tx.now.getTime() + togetherMs);
  return scheduleNew(
    tx,
    personIds.map((key) => ({ kind: newlyAwaitedDue, key, at })),
  );
}

/** Maintains the copies of the union tree, of roles and of delegations. */
@Consumer('reference-consumer')
@Injectable()
export class ReferenceConsumer {
  constructor(private readonly push: Push) {}

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
    if (revokedAt === null) await expectAwaited(tx, [role.personId]);
  }

  @ConsumesTogether(sharingEvents.delegationChanged, (delegation) => delegation.id)
  async delegationChanged(tx: Transaction, delegation: DelegationStateData): Promise<void> {
    const { id, version, personId } = delegation;
    const validTo = delegation.validTo === null ? null : new Date(delegation.validTo);
    const revokedAt = delegation.revokedAt === null ? null : new Date(delegation.revokedAt);
    tx.send(storeCopy(tx, DelegationRef, { ...delegation, validTo, revokedAt }));
    if (revokedAt === null) await expectAwaited(tx, [personId]);
    this.push.hint(tx, [personId], { resource: 'waiting', id, version });
  }
}
