import { Injectable } from '@nestjs/common';
import type { GrantRoleRequest, RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import { dayMs, DomainError } from '@gongxiang/domain';
import { ExistingResult, type Transaction } from '@gongxiang/persistence';
import { PendingChangeWriter } from '../pending-change/pending-change-writer.js';
import type { PendingChangeRow } from '../pending-change/pending-change.entity.js';
import { PendingChangeRepository } from '../pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import { requireOpen } from '../union/union.model.js';
import { admissionDays, checkEnd, isOver, needsConfirmation, officeOver, ruleToGrant } from './role.model.js';
import type { RoleGrantRow } from './role.entity.js';
import { type NamedGrant, RoleRepository } from './role.repository.js';
import { RoleWriter } from './role-writer.js';

/** Grants a role in the name of the caller: offered, proposed to another officer first, or held at once if it is their own. */
@Injectable()
export class RoleGranting {
  constructor(
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
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `PARTY_CLOSED`, `ROLE_END_DAY`, `ROLE_FOR_RETAINED`,
   * `PENDING_CHANGES_TOO_MANY`
   */
  async grant(
    tx: Transaction,
    request: GrantRoleRequest,
  ): Promise<RoleGrantView | ExistingResult<RoleGrantView>> {
    // The union's lock serialises grants and revocations at it.
    const union = await this.unions.lockById(tx, request.unionId);
    if (union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(ruleToGrant(request.role), { paths: [union.path], visible: true });
    requireOpen(union, '/unionId');
    const { unionId, personId, role, validTo = null } = request;
    checkEnd(validTo, tx.now);
    const person = await this.people.lockById(tx, request.personId);
    if (person === null) throw new DomainError('NOT_FOUND', { pointer: '/personId' });
    const { maskedName } = person;
    await this.writer.requireFull(tx, person.id);
    const held = await this.writer.findHeld(tx, { unionId, personId, role });
    if (held !== null) return new ExistingResult(roleViewOf({ ...held, maskedName }));
    const open = await this.findOpen(tx, { unionId, personId, role });
    if (open !== null) return new ExistingResult(proposedViewOf(open, request, person));
    if (await this.needsConfirmation(tx, request, union))
      return proposedViewOf(await this.propose(tx, request, union), request, person);
    if (personId !== tx.personId) return proposedViewOf(await this.offer(tx, request), request, person);
    const row = await this.writer.grant(tx, { personId, unionId, role, grantedBy: tx.personId, validTo });
    return roleViewOf({ ...row, maskedName });
  }

  /**
   * To lengthen a role is to grant it for the time that is added: what another officer has to confirm then, nobody adds
   * alone. And an end that others have set to somebody's office is not for them to move; shortening it is.
   * @throws DomainError `SAME_PERSON`, `ROLE_END_NEEDS_OTHER`
   */
  async requireMayLengthen(tx: Transaction, grant: RoleGrantRow, union: UnionRow): Promise<void> {
    if (grant.personId === tx.personId) throw new DomainError('SAME_PERSON');
    if (await this.needsConfirmation(tx, grant, union)) throw new DomainError('ROLE_END_NEEDS_OTHER');
  }

  async viewOf(tx: Transaction, row: RoleGrantRow): Promise<RoleGrantView> {
    const person = await this.people.findById(tx, row.personId);
    if (person === null) throw new DomainError('NOT_FOUND');
    return roleViewOf({ ...row, maskedName: person.maskedName });
  }

  /** What is proposed or offered already; what nobody can accept any more, as its last day is over, is withdrawn. */
  private async findOpen(
    tx: Transaction,
    sought: Pick<RoleGrantRow, 'unionId' | 'personId' | 'role'>,
  ): Promise<PendingChangeRow | null> {
    const open = await this.changes.findOpenRole(tx, sought);
    if (open === null || !isOver(open, tx.now)) return open;
    await this.changeWriter.end(tx, open, { state: 'withdrawn' });
    return null;
  }

  private async needsConfirmation(
    tx: Transaction,
    { personId, role }: Pick<RoleGrantRow, 'personId' | 'role'>,
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

  private offer(tx: Transaction, request: GrantRoleRequest): Promise<PendingChangeRow> {
    return this.changeWriter.propose(tx, { kind: 'role', ...request, decidedAt: null });
  }

  private async propose(
    tx: Transaction,
    request: GrantRoleRequest,
    union: UnionRow,
  ): Promise<PendingChangeRow> {
    const above = union.parentId === null ? null : await this.unions.findById(tx, union.parentId);
    const decidedAt = above?.path ?? union.path;
    return this.changeWriter.propose(tx, { kind: 'role', ...request, decidedAt });
  }
}

/** A role that is held. */
export function roleViewOf(row: NamedGrant): RoleGrantView {
  const { id, version, personId, maskedName, unionId, role, grantedBy, grantedAt, validTo } = row;
  return {
    id,
    version,
    personId,
    maskedName,
    unionId,
    role,
    grantedBy,
    grantedAt: grantedAt.toISOString(),
    validTo,
    standing: 'held',
    pendingChangeId: null,
  };
}

function proposedViewOf(
  { id, version, state, validTo, proposedBy, proposedAt }: PendingChangeRow,
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
    validTo,
    standing: state === 'offered' ? 'offered' : 'proposed',
    pendingChangeId: id,
  };
}
