import { Injectable } from '@nestjs/common';
import type { CountedPage } from '@gongxiang/contracts/core/contract';
import {
  type ChangeMemberRequest,
  type CreateMemberRequest,
  type EndMembershipRequest,
  type GetMemberRequest,
  type ListMembersRequest,
  matchesPerLineMax,
  type MatchMembersRequest,
  memberContract,
  type MemberMatches,
  type MemberView,
} from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type ActionRule, type CallContext, DomainError, reachOf, shanghaiDate } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  ExistingResult,
  orderCursorOf,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { LapseGround } from '../lapse/lapse-ground.js';
import { MemberAdmission } from './member-admission.js';
import { MemberPresenter } from './member-presenter.js';
import { MemberRepository } from './member.repository.js';
import { recordedEnd } from './membership-standing.model.js';

@Injectable()
export class MemberService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly unions: UnionRepository,
    private readonly admission: MemberAdmission,
    private readonly presenter: MemberPresenter,
    private readonly lapses: LapseGround,
  ) {}

  @Handles(memberContract.create)
  async create(request: CreateMemberRequest, call: CallContext): Promise<Outcome<MemberView>> {
    // The stored request hash must not allow trying out resident numbers.
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<MemberView | ExistingResult<MemberView> | null> => {
      const union = await this.unions.shareById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.createMember, { paths: [union.path], visible: true });
      requireOpen(union, '/unionId');
      const admitted = await this.admission.admit(tx, request);
      if (admitted === null) return null;
      const record = await this.members.findById(tx, admitted.membershipId);
      if (record === null) throw new DomainError('NOT_FOUND');
      const view = this.presenter.viewOf(tx, record);
      return admitted.isNew ? view : new ExistingResult(view);
    };
    const outcome = await this.transactions.command<MemberView | null>(
      call,
      memberContract.create,
      comparable,
      work,
      { keep: (view) => view && this.presenter.withoutFacts(view) },
    );
    // Thrown after the commit, as a rollback would undo the count of the refusal.
    if (outcome.body === null)
      throw new DomainError('MEMBER_ELSEWHERE_OR_DIFFERS', { pointer: '/residentNumber' });
    return { ...outcome, body: outcome.body };
  }

  @Handles(memberContract.get)
  get(request: GetMemberRequest, call: CallContext): Promise<MemberView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.members.findById(tx, request.memberId);
      tx.authorise(actions.seeMaskedMember, {
        paths: record ? [record.unionPath] : [],
        personId: record?.personId ?? '',
      });
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.presenter.viewOf(tx, record);
    });
  }

  @Handles(memberContract.list)
  list(request: ListMembersRequest, call: CallContext): Promise<CountedPage<MemberView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, request.union);
      tx.authorise(actions.listMembers, { paths, visible: true });
      const sought = request.q === undefined ? null : this.presenter.soughtBy(tx.call.actor, request.q);
      const filter = { ...request, paths, sought };
      const records = await this.members.list(tx, filter);
      const { limit, order } = request;
      const page = toPage(records, {
        limit,
        cursorOf: ({ id, unionPath, validFrom }) =>
          order === undefined ? [unionPath, id] : orderCursorOf(order, { value: validFrom, id }),
      });
      const count = await this.members.count(tx, filter);
      return { ...page, count, items: page.items.map((record) => this.presenter.viewOf(tx, record)) };
    });
  }

  @Handles(memberContract.match)
  match({ union, lines }: MatchMembersRequest, call: CallContext): Promise<MemberMatches> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, union ?? undefined);
      tx.authorise(actions.listMembers, { paths, visible: true });
      const sought = lines.map((line) => this.presenter.searchHashes(line));
      const found = await this.members.match(tx, { paths, sought, perLineMax: matchesPerLineMax });
      return {
        matches: lines.map((line, index) => ({
          line,
          members: (found.get(index) ?? []).map((record) => this.presenter.viewOf(tx, record)),
        })),
      };
    });
  }

  @Handles(memberContract.change)
  change(request: ChangeMemberRequest, call: CallContext): Promise<Outcome<MemberView>> {
    // There are few kinds: the stored request hash must not reveal which it was.
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<MemberView> => {
      await this.authorise(tx, request.memberId, actions.changeMember);
      const record = await this.admission.changeEmployment(tx, request.memberId, request.employmentKind);
      return this.presenter.viewOf(tx, record);
    };
    return this.transactions.command(call, memberContract.change, comparable, work, {
      keep: (view) => this.presenter.withoutFacts(view),
    });
  }

  @Handles(memberContract.end)
  end(request: EndMembershipRequest, call: CallContext): Promise<Outcome<MemberView>> {
    const work = async (tx: Transaction): Promise<MemberView> => {
      await this.authorise(tx, request.memberId, actions.endMembership);
      const end = recordedEnd(request, shanghaiDate(tx.now));
      if (end.reason === 'lapsed') await this.lapses.close(tx, request.memberId, end.validTo);
      const record = await this.admission.end(tx, request.memberId, end);
      return this.presenter.viewOf(tx, record);
    };
    return this.transactions.command(call, memberContract.end, request, work, {
      keep: (view) => this.presenter.withoutFacts(view),
    });
  }

  @Republishes('member')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const records = await this.members.after(tx, afterId, limit);
    const events = records.map((record) => ({
      about: record.personId,
      data: this.presenter.stateOf(record),
    }));
    await recordEvents(tx, membershipEvents.memberChanged, events);
    return records.at(-1)?.personId ?? null;
  }

  /** A member whom the caller may not see is NOT_FOUND. */
  private async authorise(tx: Transaction, memberId: string, rule: ActionRule): Promise<void> {
    const seen = await this.members.findById(tx, memberId);
    const subject = { paths: seen ? [seen.unionPath] : [], personId: seen?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(rule, { ...subject, visible: true });
  }

  /** The requested subtree, or all that the caller's roles reach. */
  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.listMembers);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }
}
