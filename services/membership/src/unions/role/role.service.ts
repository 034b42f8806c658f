import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  type GrantRoleRequest,
  type HandUpOfficeRequest,
  type ListRolesRequest,
  type RevokeRoleRequest,
  type SetRoleEnd,
  roleContract,
  type RoleGrantView,
} from '@gongxiang/contracts/membership/unions/role.contract';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import { checkEnd, dayAfter, isLater, isOver, refuseLast, ruleToGrant } from './role.model.js';
import type { RoleGrantRow } from './role.entity.js';
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

  @Handles(roleContract.setEnd)
  setEnd(request: SetRoleEnd, call: CallContext): Promise<Outcome<RoleGrantView>> {
    return this.transactions.command(call, roleContract.setEnd, request, async (tx) => {
      const { union, role: before } = await this.lock(tx, request);
      requireVersion(tx, before.version);
      if (before.revokedAt !== null || isOver(before, tx.now)) throw new DomainError('ILLEGAL_TRANSITION');
      const { validTo } = request;
      checkEnd(validTo, tx.now);
      if (validTo === before.validTo) return this.granting.viewOf(tx, before);
      if (isLater(validTo, before.validTo)) await this.granting.requireMayLengthen(tx, before, union);
      else await this.refuseWithoutSuccessor(tx, before, union, validTo);
      return this.granting.viewOf(tx, await this.writer.setEnd(tx, before, validTo));
    });
  }

  @Handles(roleContract.revoke)
  revoke(request: RevokeRoleRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, roleContract.revoke, request, async (tx) => {
      const { union, role: before } = await this.lock(tx, request);
      if (before.revokedAt !== null) return new Done();
      const { role } = before;
      const others = await this.roles.countOthers(tx, before, shanghaiDate(tx.now));
      refuseLast({ role, path: union.path }, others);
      if (before.personId === tx.personId) await this.writer.revoke(tx, before);
      else await this.writer.take(tx, before, union);
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
      await this.writer.revoke(tx, before);
      return new Done();
    });
  }

  /** An end is set only where somebody else holds the role beyond it. @throws DomainError `ROLE_LAST_OFFICER`, `ROLE_LAST_OPERATOR` */
  private async refuseWithoutSuccessor(
    tx: Transaction,
    grant: RoleGrantRow,
    { path }: UnionRow,
    validTo: string | null,
  ): Promise<void> {
    if (validTo === null) return;
    const others = await this.roles.countOthers(tx, grant, dayAfter(validTo));
    refuseLast({ role: grant.role, path }, others, '/validTo');
  }

  /** Locks a role and its union, for whoever may grant it. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async lock(
    tx: Transaction,
    { unionId, roleId }: RevokeRoleRequest,
  ): Promise<{ readonly union: UnionRow; readonly role: RoleGrantRow }> {
    const union = await this.unions.lockById(tx, unionId);
    const role = await this.roles.lockById(tx, roleId);
    if (union === null || role === null || role.unionId !== union.id) throw new DomainError('NOT_FOUND');
    tx.authorise(ruleToGrant(role.role), { paths: [union.path], visible: true });
    return { union, role };
  }

  @Republishes('role')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.roles.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: roleStateOf(row) }));
    await recordEvents(tx, membershipEvents.roleChanged, events);
    return rows.at(-1)?.id ?? null;
  }
}
