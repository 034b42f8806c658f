import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ApplicationForwarding } from '../../joining/application/application-forwarding.js';
import { InvitationRepository } from '../../joining/invitation/invitation.repository.js';
import { RoleRevocation } from '../../unions/role/role-revocation.js';
import { UnionChanger } from '../../unions/union/union-changer.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import type { UnionClosingRow } from './union-closing.entity.js';
import { checkSuccessor, requireNothingLeft } from './union-closing.model.js';
import { UnionClosingRepository } from './union-closing.repository.js';

/** Closes a union with what hangs on it, and opens one again that was closed in error. */
@Injectable()
export class UnionCloser {
  constructor(
    private readonly closings: UnionClosingRepository,
    private readonly unions: UnionRepository,
    private readonly changer: UnionChanger,
    private readonly roles: RoleRevocation,
    private readonly applications: ApplicationForwarding,
    private readonly invitations: InvitationRepository,
  ) {}

  /** Locks a union, and first the one above it: nothing comes in below or into it until this transaction ends. */
  async lock(tx: Transaction, unionId: string): Promise<UnionRow> {
    return (await this.changer.lock(tx, unionId)).union;
  }

  /**
   * Offices end, also the last one; applications go to the next union above that takes members; links stop. The other
   * services hear of it by the event of the union, and let nothing new begin in its name.
   * @param union locked
   * @throws DomainError `UNION_CLOSING_…` for what there still is, `UNION_CLOSING_SUCCESSOR_CLOSED`, `PARTY_CLOSED`
   */
  async close(
    tx: Transaction,
    union: UnionRow,
    { ground, successorUnionId }: UnionClosingRow,
  ): Promise<void> {
    requireOpen(union);
    requireNothingLeft(await this.closings.countLeft(tx, union.id));
    const successor = await this.unions.shareById(tx, successorUnionId);
    if (successor === null) throw new DomainError('NOT_FOUND', { pointer: '/successorUnionId' });
    checkSuccessor(successor, union.path);
    const change = { active: false, closedAt: tx.now, closingGround: ground, successorUnionId };
    await this.changer.save(tx, { ...union, ...change, version: union.version + 1 }, union);
    await this.roles.revokeAllAt(tx, union.id);
    const forwarded = await this.applications.forwardAll(tx, union);
    const revoked = await this.invitations.revokeAllOf(tx, union.id);
    tx.audit({
      noun: 'union',
      id: union.id,
      after: { applicationsForwarded: forwarded, invitationsRevoked: revoked },
    });
  }

  /**
   * Its offices do not come back: they are granted anew from above.
   * @param union locked
   * @throws DomainError `PARTY_CLOSED` if the union above is closed, `UNION_NAME_TAKEN`, `ENTERPRISE_HAS_UNION`
   */
  async reopen(tx: Transaction, union: UnionRow): Promise<void> {
    const above = union.parentId === null ? null : await this.unions.findById(tx, union.parentId);
    if (above !== null) requireOpen(above);
    if (await this.unions.isNameTaken(tx, union)) throw new DomainError('UNION_NAME_TAKEN');
    const change = { active: true, closedAt: null, closingGround: null, successorUnionId: null };
    await this.changer.save(tx, { ...union, ...change, version: union.version + 1 }, union);
  }
}
