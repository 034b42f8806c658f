import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import type { RoleGrantRow } from './role.entity.js';
import { endOf, isOver, nearEndOf } from './role.model.js';
import { RoleRepository } from './role.repository.js';
import { roleEndKind, roleEndNearKind } from './role-ends.js';
import { notifyHolder, notifyOfficers } from './role-notices.js';
import { RoleWriter } from './role-writer.js';

/** What happens to roles by the clock. */
@Injectable()
export class RoleDue {
  constructor(
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly writer: RoleWriter,
  ) {}

  @OnDue(roleEndKind)
  async end(tx: Transaction, roleId: string): Promise<void> {
    const held = await this.lock(tx, roleId);
    if (held !== null && isOver(held.role, tx.now)) await this.writer.endOver(tx, held.role, held.union);
  }

  @OnDue(roleEndNearKind)
  async announceEnd(tx: Transaction, roleId: string): Promise<void> {
    const held = await this.lock(tx, roleId);
    if (held === null) return;
    const { role, union } = held;
    const { validTo } = role;
    if (validTo === null || isOver(role, tx.now) || nearEndOf(validTo) > tx.now) return;
    const ending = { role: { ...role, validTo }, union };
    await notifyHolder(tx, 'roleEnding', ending, endOf(validTo));
    await notifyOfficers(tx, 'roleEnding', ending, endOf(validTo));
  }

  /** Locks a role behind its union, as everything does that revokes roles; null where it is revoked. */
  private async lock(
    tx: Transaction,
    roleId: string,
  ): Promise<{ readonly role: RoleGrantRow; readonly union: UnionRow } | null> {
    const found = await this.roles.findById(tx, roleId);
    const union = found === null ? null : await this.unions.lockById(tx, found.unionId);
    const role = await this.roles.lockById(tx, roleId);
    return role === null || union === null || role.revokedAt !== null ? null : { role, union };
  }
}
