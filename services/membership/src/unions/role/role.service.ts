import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  type GrantRoleRequest,
  type HandUpOfficeRequest,
  type ListRolesRequest,
  type RevokeRoleRequest,
  roleContract,
  type RoleGrantView,
} from '@gongxiang/contracts/membership/unions/role.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { UnionRepository } from '../union/union.repository.js';
import { refuseLast, ruleToGrant } from './role.model.js';
import { RoleGranting, roleViewOf } from './role-granting.js';
import { RoleRepository } from './role.repository.js';
import { roleStateOf } from './role-state.js';
import { RoleWriter } from './role-writer.js';

@Injectable()
export class RoleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly granting: RoleGranting,
    private readonly writer: RoleWriter,
  ) {}

  @Handles(roleContract.grant)
  grant(request: GrantRoleRequest, call: CallContext): Promise<Outcome<RoleGrantView>> {
    return this.transactions.command(call, roleContract.grant, request, (tx) =>
      this.granting.grant(tx, request),
    );
  }

  @Handles(roleContract.list)
  list(request: ListRolesRequest, call: CallContext): Promise<Page<RoleGrantView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.seeRoles, { paths: [union.path], visible: true });
      const rows = await this.roles.list(tx, request);
      return toPage(rows.map(roleViewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  @Handles(roleContract.revoke)
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
      await this.writer.recordChange(tx, row, before);
      return new Done();
    });
  }

  /** The officers of the unions above reach this union as well, so that it is never without one. */
  @Handles(roleContract.handUp)
  handUp(request: HandUpOfficeRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, roleContract.handUp, request, async (tx) => {
      const { unionId } = request;
      await this.writer.lock(tx, { unionId, personId: tx.personId });
      const union = await this.unions.findById(tx, unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.handUpOffice, { paths: [union.path], visible: true });
      const before = await this.roles.findHeld(tx, { unionId, personId: tx.personId, role: 'officer' });
      if (before === null) throw new DomainError('NOT_FOUND');
      if (!(await this.roles.hasOfficerAbove(tx, union.path, tx.personId)))
        throw new DomainError('ROLE_NO_OFFICER_ABOVE');
      const row = { ...before, version: before.version + 1, revokedAt: tx.now };
      await this.roles.update(tx, row);
      await this.writer.recordChange(tx, row, before);
      return new Done();
    });
  }

  @Republishes('role')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.roles.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: roleStateOf(row) }));
    await recordEvents(tx, membershipEvents.roleChanged, events);
    return rows.at(-1)?.id ?? null;
  }
}
