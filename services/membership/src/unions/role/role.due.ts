import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRepository } from '../union/union.repository.js';
import type { UnionRow } from '../union/union.entity.js';
import type { RoleGrantRow } from './role.entity.js';
import { endOf, isLast, isOver, nearEndOf, ruleToGrant } from './role.model.js';
import { RoleRepository } from './role.repository.js';
import { roleEndKind, roleEndNearKind } from './role-ends.js';
import { RoleWriter } from './role-writer.js';

interface EndingRole {
  readonly role: RoleGrantRow & { readonly validTo: string };
  readonly union: UnionRow;
}

/** What happens to roles by the clock. */
@Injectable()
export class RoleDue {
  constructor(
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly writer: RoleWriter,
  ) {}

  /**
   * Setting an end makes sure that somebody else of the root holds the role for longer; they may have lost it since. As
   * nobody could appoint a successor then, the last one stays, without an end: one that is put off day by day would be
   * reported as near again and again.
   */
  @OnDue(roleEndKind)
  async end(tx: Transaction, roleId: string): Promise<void> {
    const ending = await this.lock(tx, roleId);
    if (ending === null || !isOver(ending.role, tx.now)) return;
    const { role, union } = ending;
    const others = await this.roles.countOthers(tx, role, shanghaiDate(tx.now));
    if (isLast({ role: role.role, path: union.path }, others)) {
      await this.writer.setEnd(tx, role, null);
      await this.notify(tx, 'roleKept', ending);
      return this.notifyOfficers(tx, 'roleKept', ending);
    }
    await this.writer.revoke(tx, role);
    await this.notify(tx, 'roleEnded', ending);
  }

  @OnDue(roleEndNearKind)
  async announceEnd(tx: Transaction, roleId: string): Promise<void> {
    const ending = await this.lock(tx, roleId);
    if (ending === null || isOver(ending.role, tx.now) || nearEndOf(ending.role.validTo) > tx.now) return;
    const until = endOf(ending.role.validTo);
    await this.notify(tx, 'roleEnding', ending, until);
    await this.notifyOfficers(tx, 'roleEnding', ending, until);
  }

  /** Locks what everything that grants or revokes roles locks; null where it is revoked, or has no end any more. */
  private async lock(tx: Transaction, roleId: string): Promise<EndingRole | null> {
    const found = await this.roles.findById(tx, roleId);
    if (found === null) return null;
    const union = await this.unions.lockById(tx, found.unionId);
    const role = await this.roles.lockById(tx, roleId);
    if (union === null || role === null || role.revokedAt !== null || role.validTo === null) return null;
    return { role: { ...role, validTo: role.validTo }, union };
  }

  private notify(
    tx: Transaction,
    kind: NoticeKind,
    { role, union }: EndingRole,
    until: Date | null = null,
  ): Promise<void> {
    return raiseNotices(tx, 'membership', [
      {
        kind,
        personIds: [role.personId],
        why: 'aboutYou',
        cause: `${kind}/${role.id}/${role.validTo}`,
        about: { unionId: union.id },
        title: union.name,
        values: { side: 'person', role: role.role, lastDay: role.validTo },
        until,
      },
    ]);
  }

  /** Those who may lengthen it, or appoint a successor. They read whose it is on the page of their union. */
  private notifyOfficers(
    tx: Transaction,
    kind: NoticeKind,
    { role, union }: EndingRole,
    until: Date | null = null,
  ): Promise<void> {
    const { roles = [] } = ruleToGrant(role.role);
    return raiseNotices(tx, 'membership', [
      {
        kind,
        offices: { roles, unionIds: [union.id], isNearest: true, exceptIds: [role.personId] },
        why: 'decidesHere',
        cause: `${kind}/${role.id}/${role.validTo}`,
        about: { unionId: union.id },
        title: union.name,
        values: { side: 'office', role: role.role, lastDay: role.validTo },
        until,
      },
    ]);
  }
}
