import { Injectable } from '@nestjs/common';
import {
  Done,
  type GrantRoleRequest,
  type ListRolesRequest,
  membershipEvents,
  type Page,
  type RevokeRoleRequest,
  roleContract,
  type RoleGrantView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { AuthChanges } from '../person/auth-changes.js';
import { PersonRepository } from '../person/person.repository.js';
import { UnionRepository } from '../union/union.repository.js';
import type { RoleGrantRow } from './role.entity.js';
import { refuseLast, ruleToGrant } from './role.model.js';
import { type NamedGrant, RoleRepository } from './role.repository.js';
import { roleStateOf } from './role.state.js';

@Injectable()
export class RoleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly authChanges: AuthChanges,
  ) {}

  grant(request: GrantRoleRequest, call: CallContext): Promise<Outcome<RoleGrantView>> {
    return this.transactions.command(call, roleContract.grant, request, async (tx) => {
      // The union's lock puts grants and revocations at it in one order.
      const union = await this.unions.lockById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(ruleToGrant(request.role), { paths: [union.path], visible: true });
      const person = await this.people.lockById(tx, request.personId);
      if (person === null) throw new DomainError('NOT_FOUND', { pointer: '/personId' });
      const held = await this.roles.findHeld(tx, { ...request });
      if (held !== null) return new Existing(viewOf({ ...held, maskedName: person.maskedName }));
      const row: RoleGrantRow = {
        id: newId(),
        version: 1,
        personId: person.id,
        unionId: union.id,
        role: request.role,
        grantedBy: tx.personId,
        grantedAt: tx.now,
        revokedAt: null,
      };
      await this.roles.insert(tx, row);
      await this.changed(tx, row, null);
      return viewOf({ ...row, maskedName: person.maskedName });
    });
  }

  list(request: ListRolesRequest, call: CallContext): Promise<Page<RoleGrantView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.seeRoles, { paths: [union.path], visible: true });
      const rows = await this.roles.list(tx, request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  revoke(request: RevokeRoleRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, roleContract.revoke, request, async (tx) => {
      const union = await this.unions.lockById(tx, request.unionId);
      const before = await this.roles.lockById(tx, request.roleId);
      if (union === null || before === null || before.unionId !== union.id)
        throw new DomainError('NOT_FOUND');
      tx.authorise(ruleToGrant(before.role), { paths: [union.path], visible: true });
      if (before.revokedAt !== null) return new Done();
      const { role } = before;
      refuseLast({ role, path: union.path }, await this.roles.count(tx, union.id, role));
      const row = { ...before, version: before.version + 1, revokedAt: tx.now };
      await this.roles.update(tx, row);
      await this.changed(tx, row, before);
      return new Done();
    });
  }

  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.roles.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: roleStateOf(row) }));
    await recordEvents(tx, membershipEvents.roleChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  private async changed(tx: Transaction, row: RoleGrantRow, before: RoleGrantRow | null): Promise<void> {
    await this.people.touch(tx, row.personId);
    tx.audit({ noun: 'role', id: row.id, before: before && roleStateOf(before), after: roleStateOf(row) });
    await recordEvent(tx, membershipEvents.roleChanged, row.id, roleStateOf(row));
    this.authChanges.tell(tx, row.personId);
  }
}

function viewOf(row: NamedGrant): RoleGrantView {
  const { id, version, personId, maskedName, unionId, role, grantedBy, grantedAt } = row;
  return { id, version, personId, maskedName, unionId, role, grantedBy, grantedAt: grantedAt.toISOString() };
}
