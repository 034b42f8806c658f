import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  ownMembershipContract,
  type OwnMembershipView,
} from '@gongxiang/contracts/membership/members/own-membership.contract';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { actions } from '../actions.js';
import { MemberAdmission } from '../member/member-admission.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { MembershipChanges } from '../member/membership-changes.js';
import { returnableUntil, returnedMembership } from '../member/membership-standing.model.js';

/** A person leaves their union by themselves, and may take it back for a while. */
@Injectable()
export class OwnMembershipService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly changes: MembershipChanges,
    private readonly admission: MemberAdmission,
    private readonly roles: RoleRepository,
  ) {}

  @Handles(ownMembershipContract.get)
  get(_request: NoRequest, call: CallContext): Promise<OwnMembershipView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMembership, {});
      return this.viewOf(tx, await this.latest(tx));
    });
  }

  /** The session in which they leave goes on, so that they see what has become of it, and may take it back. */
  @Handles(ownMembershipContract.leave)
  leave(request: NoRequest, call: CallContext): Promise<Outcome<OwnMembershipView>> {
    return this.transactions.command(call, ownMembershipContract.leave, request, async (tx) => {
      tx.authorise(actions.leaveUnion, {});
      const { id, version, validFrom } = await this.latest(tx);
      requireVersion(tx, version);
      const today = shanghaiDate(tx.now);
      const validTo = validFrom > today ? validFrom : today;
      const end = { validTo, reason: 'left', decision: null, leftAt: tx.now } as const;
      const record = await this.admission.end(tx, id, end, call.actor?.sessionId ?? null);
      return this.viewOf(tx, record);
    });
  }

  @Handles(ownMembershipContract.return)
  return(request: NoRequest, call: CallContext): Promise<Outcome<OwnMembershipView>> {
    return this.transactions.command(call, ownMembershipContract.return, request, async (tx) => {
      tx.authorise(actions.leaveUnion, {});
      const { id } = await this.latest(tx);
      const { person, membership } = await this.changes.lock(tx, id);
      requireVersion(tx, person.version);
      // Under the lock of the person nobody else admits them meanwhile.
      if ((await this.members.findOpen(tx, person.id)) !== null)
        throw new DomainError('MEMBERSHIP_NOT_RETURNABLE');
      await this.changes.save(tx, returnedMembership(membership, tx.now), membership);
      return this.viewOf(tx, await this.changes.recordOf(tx, id));
    });
  }

  private async latest(tx: Transaction): Promise<MemberRecord> {
    const record = await this.members.findLatest(tx, tx.personId);
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async viewOf(tx: Transaction, record: MemberRecord): Promise<OwnMembershipView> {
    const { id, version, unionId, unionName, unionPath, state, standing, retainedReason } = record;
    const { validFrom, validTo, endedReason } = record;
    const until = returnableUntil(record);
    return {
      id,
      version,
      unionId,
      unionName,
      state,
      standing,
      retainedReason,
      validFrom,
      validTo,
      endedReason,
      returnableUntil: until !== null && until > tx.now ? until.toISOString() : null,
      needsSuccessor: await this.roles.unionsOfOnlyOfficer(tx, tx.personId, unionPath),
    };
  }
}
