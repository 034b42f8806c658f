import { Injectable } from '@nestjs/common';
import {
  type GetMemberRequest,
  memberContract,
  type MemberView,
  type RetainMembershipRequest,
} from '@gongxiang/contracts/membership/members/member.contract';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { RoleRevocation } from '../../unions/role/role-revocation.js';
import { actions } from '../actions.js';
import { EmploymentRepository } from '../employment/employment.repository.js';
import { kindOf } from '../employment/employment.model.js';
import { MemberPresenter } from '../member/member-presenter.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { MemberNews } from '../member/member-news.js';
import { MembershipChanges } from '../member/membership-changes.js';
import { fullMembership, retainedMembership } from '../member/membership-standing.model.js';
import type { MembershipRow } from '../member/membership.entity.js';

/** Retains memberships, and makes them full again. */
@Injectable()
export class StandingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly changes: MembershipChanges,
    private readonly news: MemberNews,
    private readonly employments: EmploymentRepository,
    private readonly roleRevocation: RoleRevocation,
    private readonly presenter: MemberPresenter,
  ) {}

  /** Retained members hold no office: those at the union and below it end, as with the end of a membership. */
  @Handles(memberContract.retain)
  retain(request: RetainMembershipRequest, call: CallContext): Promise<Outcome<MemberView>> {
    // There are few reasons: the stored request hash must not reveal which it was.
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<MemberView> => {
      const { personId, unionPath } = await this.authorised(tx, request.memberId);
      await this.roleRevocation.revokeWithin(tx, personId, unionPath);
      return this.change(tx, request.memberId, (before) =>
        retainedMembership(before, request, shanghaiDate(tx.now)),
      );
    };
    const keep = (view: MemberView): MemberView => this.presenter.withoutFacts(view);
    return this.transactions.command(call, memberContract.retain, comparable, work, { keep });
  }

  @Handles(memberContract.makeFull)
  makeFull(request: GetMemberRequest, call: CallContext): Promise<Outcome<MemberView>> {
    const work = async (tx: Transaction): Promise<MemberView> => {
      await this.authorised(tx, request.memberId);
      return this.change(tx, request.memberId, fullMembership);
    };
    const keep = (view: MemberView): MemberView => this.presenter.withoutFacts(view);
    return this.transactions.command(call, memberContract.makeFull, request, work, { keep });
  }

  private async change(
    tx: Transaction,
    memberId: string,
    changed: (before: MembershipRow) => MembershipRow,
  ): Promise<MemberView> {
    const { person, membership: before } = await this.changes.lock(tx, memberId);
    requireVersion(tx, person.version);
    const after = changed(before);
    const open = (await this.employments.allOf(tx, person.id)).filter(({ validTo }) => validTo === null);
    // Without an employment on record the kind is what the union has said, unless it was that of the retired.
    const kept = before.employmentKind === 'retired' ? null : before.employmentKind;
    await this.changes.save(tx, { ...after, employmentKind: kindOf(after, open) ?? kept }, before);
    const record = await this.changes.recordOf(tx, memberId);
    const kind = after.standing === 'retained' ? 'membershipRetained' : 'membershipFull';
    await this.news.tell(tx, person.id, {
      kind,
      cause: `${kind}/${memberId}/${person.version}`,
      about: { unionId: record.unionId },
      title: record.unionName,
      text: 'recordChanged',
    });
    return this.presenter.viewOf(tx, record);
  }

  /** A member whom the caller may not see is NOT_FOUND. */
  private async authorised(tx: Transaction, memberId: string): Promise<MemberRecord> {
    const record = await this.members.findById(tx, memberId);
    const subject = { paths: record ? [record.unionPath] : [], personId: record?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.changeStanding, { ...subject, visible: true });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }
}
