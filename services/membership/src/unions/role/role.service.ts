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
import { type CallContext, dayMs, DomainError } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PendingChangeWriter } from '../pending-change/pending-change-writer.js';
import type { PendingChangeRow } from '../pending-change/pending-change.entity.js';
import { PendingChangeRepository } from '../pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import { admissionDays, needsConfirmation, officeOver, refuseLast, ruleToGrant } from './role.model.js';
import { type NamedGrant, RoleRepository } from './role.repository.js';
import { roleStateOf } from './role-state.js';
import { RoleWriter } from './role-writer.js';

@Injectable()
export class RoleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly writer: RoleWriter,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
  ) {}

  /**
   * @returns the role as offered to its person; as proposed if another officer has to confirm it first; as held if
   * the granter takes it themselves, or it is held already
   */
  @Handles(roleContract.grant)
  grant(request: GrantRoleRequest, call: CallContext): Promise<Outcome<RoleGrantView>> {
    return this.transactions.command(call, roleContract.grant, request, async (tx) => {
      // The union's lock serialises grants and revocations at it.
      const union = await this.unions.lockById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(ruleToGrant(request.role), { paths: [union.path], visible: true });
      const person = await this.people.lockById(tx, request.personId);
      if (person === null) throw new DomainError('NOT_FOUND', { pointer: '/personId' });
      const { maskedName } = person;
      await this.writer.requireFull(tx, person.id);
      const held = await this.roles.findHeld(tx, { ...request });
      if (held !== null) return new ExistingResult(viewOf({ ...held, maskedName }));
      const { unionId, personId, role } = request;
      const open = await this.changes.findOpenRole(tx, { unionId, personId, role });
      if (open !== null) return new ExistingResult(proposedViewOf(open, request, person));
      if (await this.needsConfirmation(tx, request, union))
        return proposedViewOf(await this.propose(tx, request, union), request, person);
      if (personId !== tx.personId) return proposedViewOf(await this.offer(tx, request), request, person);
      const row = await this.writer.grant(tx, { personId, unionId, role, grantedBy: tx.personId });
      return viewOf({ ...row, maskedName });
    });
  }

  @Handles(roleContract.list)
  list(request: ListRolesRequest, call: CallContext): Promise<Page<RoleGrantView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.seeRoles, { paths: [union.path], visible: true });
      const rows = await this.roles.list(tx, request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
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

  private async needsConfirmation(
    tx: Transaction,
    { personId, role }: GrantRoleRequest,
    union: UnionRow,
  ): Promise<boolean> {
    const office = officeOver(tx.call.actor, union.path);
    return needsConfirmation({
      role,
      isFromAbove: office !== union.path,
      isOwn: personId === tx.personId,
      officersBeside: await this.roles.countOfficersAt(tx, office),
      isAdmittedByGranter: await this.roles.isAdmittedBy(tx, {
        personId,
        admittedBy: tx.personId,
        since: new Date(tx.now.getTime() - admissionDays * dayMs),
      }),
      isFounding:
        union.parentId === null && !(await this.roles.hasHadOtherOfficer(tx, union.id, tx.personId)),
    });
  }

  private offer(tx: Transaction, { unionId, personId, role }: GrantRoleRequest): Promise<PendingChangeRow> {
    return this.changeWriter.propose(tx, { kind: 'role', unionId, personId, role, decidedAt: null });
  }

  private async propose(
    tx: Transaction,
    { unionId, personId, role }: GrantRoleRequest,
    union: UnionRow,
  ): Promise<PendingChangeRow> {
    const above = union.parentId === null ? null : await this.unions.findById(tx, union.parentId);
    const decidedAt = above?.path ?? union.path;
    return this.changeWriter.propose(tx, { kind: 'role', unionId, personId, role, decidedAt });
  }
}

function viewOf(row: NamedGrant): RoleGrantView {
  const { id, version, personId, maskedName, unionId, role, grantedBy, grantedAt } = row;
  return {
    id,
    version,
    personId,
    maskedName,
    unionId,
    role,
    grantedBy,
    grantedAt: grantedAt.toISOString(),
    standing: 'held',
    pendingChangeId: null,
  };
}

function proposedViewOf(
  { id, version, state, proposedBy, proposedAt }: PendingChangeRow,
  { unionId, role }: GrantRoleRequest,
  { id: personId, maskedName }: PersonRow,
): RoleGrantView {
  return {
    id,
    version,
    personId,
    maskedName,
    unionId,
    role,
    grantedBy: proposedBy,
    grantedAt: proposedAt.toISOString(),
    standing: state === 'offered' ? 'offered' : 'proposed',
    pendingChangeId: id,
  };
}
