import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  clubMemberContract,
  type ClubMemberIdRequest,
  type ClubMemberView,
  type EndClubMembershipRequest,
  type JoinClubRequest,
  type ListClubMembersRequest,
} from '@gongxiang/contracts/membership/clubs/club-member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type CallContext, DomainError, maskName, newId, shanghaiDate } from '@gongxiang/domain';
import { recordEvent, recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  ExistingResult,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ClubAccess, type FoundClub } from './club-access.js';
import type { ClubMemberRow } from './club-member.entity.js';
import { clubMemberStateOf, joined, requireEnd } from './club-member.model.js';
import { ClubMemberPresenter } from './club-member-presenter.js';
import { ClubMemberRepository } from './club-member.repository.js';

@Injectable()
export class ClubMemberService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: ClubMemberRepository,
    private readonly access: ClubAccess,
    private readonly presenter: ClubMemberPresenter,
  ) {}

  /** People join themselves, or are added by an officer of the club's union who is also an officer of their union. */
  @Handles(clubMemberContract.join)
  join(request: JoinClubRequest, call: CallContext): Promise<Outcome<ClubMemberView>> {
    const work = async (tx: Transaction): Promise<ClubMemberView | ExistingResult<ClubMemberView>> => {
      tx.authorise(actions.joinClub, {});
      const club = await this.access.findClub(tx, request.clubId);
      const personId = request.personId ?? tx.personId;
      if (personId !== tx.personId)
        tx.authorise(actions.addClubMember, { paths: [club.path], visible: true });
      await this.access.requireMember(tx, personId);
      if (!club.active) throw new DomainError('PARTY_CLOSED', { params: { name: club.name } });
      const key = { clubId: club.id, personId };
      const before = await this.members.lock(tx, club.id, personId);
      const term = joined(before, key, shanghaiDate(tx.now));
      if (term === null) return new ExistingResult(await this.view(tx, key, club));
      const row = { ...term, id: before?.id ?? newId(), createdAt: before?.createdAt ?? tx.now };
      await this.save(tx, row, before);
      return this.view(tx, key, club);
    };
    return this.transactions.command(call, clubMemberContract.join, request, work, { keep: withoutFacts });
  }

  /**
   * Ends a club membership as of today: one's own, or another's as an officer of the club's union or in the name of the club; removing another person requires a reason, which that
   * person can read.
   */
  @Handles(clubMemberContract.end)
  end(request: EndClubMembershipRequest, call: CallContext): Promise<Outcome<ClubMemberView>> {
    const work = async (tx: Transaction): Promise<ClubMemberView> => {
      tx.authorise(actions.joinClub, {});
      const { clubId, personId } = request;
      const club = await this.access.findClub(tx, clubId);
      await this.access.authorise(tx, actions.endClubMembership, club, personId);
      const before = await this.members.lock(tx, club.id, personId);
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      const reason = request.reason ?? null;
      requireEnd(before, { personId: tx.personId, reason });
      const row: ClubMemberRow = {
        ...before,
        version: before.version + 1,
        validTo: shanghaiDate(tx.now),
        endReason: reason && this.presenter.seal(before.personId, reason),
        endedBy: tx.personId,
      };
      await this.save(tx, row, before);
      return this.view(tx, before, club);
    };
    return this.transactions.command(call, clubMemberContract.end, request, work, { keep: withoutFacts });
  }

  /** Visible to those who may see the list, and to the person concerned. */
  @Handles(clubMemberContract.get)
  get(request: ClubMemberIdRequest, call: CallContext): Promise<ClubMemberView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.joinClub, {});
      const club = await this.access.findClub(tx, request.clubId);
      const { personId } = request;
      const record = await this.members.find(tx, club.id, personId);
      if (personId !== tx.personId) await this.authoriseToList(tx, club, record?.validTo !== null);
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.presenter.viewOf(tx, record, await this.seesReasons(tx, club));
    });
  }

  /** Visible to officers of the club's union, to whoever acts in its name, and to club members; former members not to these. */
  @Handles(clubMemberContract.list)
  list(request: ListClubMembersRequest, call: CallContext): Promise<Page<ClubMemberView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.joinClub, {});
      const club = await this.access.findClub(tx, request.clubId);
      const { left = false } = request;
      await this.authoriseToList(tx, club, left);
      const records = await this.members.list(tx, { ...request, clubId: club.id, left });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const seesReasons = await this.seesReasons(tx, club);
      return { ...page, items: page.items.map((one) => this.presenter.viewOf(tx, one, seesReasons)) };
    });
  }

  @Republishes('club-member')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.members.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.personId, data: clubMemberStateOf(row) }));
    await recordEvents(tx, membershipEvents.clubMemberChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  /** @param left whether former members are listed */
  private async authoriseToList(tx: Transaction, club: FoundClub, left: boolean): Promise<void> {
    const own = left ? null : await this.members.find(tx, club.id, tx.personId);
    if (own === null || own.validTo !== null) await this.access.authorise(tx, actions.seeClubMembers, club);
  }

  private async save(tx: Transaction, row: ClubMemberRow, before: ClubMemberRow | null): Promise<void> {
    if (before !== null) await this.members.update(tx, row);
    // Two requests may add the same person at once: the second one gets a retryable refusal, and finds the person then.
    else if (!(await this.members.insert(tx, row))) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    const state = clubMemberStateOf(row);
    tx.audit({ noun: 'clubMember', id: row.id, before: before && clubMemberStateOf(before), after: state });
    await recordEvent(tx, membershipEvents.clubMemberChanged, row.personId, state);
  }

  private async view(
    tx: Transaction,
    { clubId, personId }: Pick<ClubMemberRow, 'clubId' | 'personId'>,
    club: FoundClub,
  ): Promise<ClubMemberView> {
    const record = await this.members.find(tx, clubId, personId);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.viewOf(tx, record, await this.seesReasons(tx, club));
  }

  private seesReasons(tx: Transaction, club: FoundClub): Promise<boolean> {
    return this.access.may(tx, actions.seeRemovalReasons, club);
  }
}

/** The answer stored for replays contains no name in the clear, and no reason. */
function withoutFacts(view: ClubMemberView): ClubMemberView {
  return { ...view, name: maskName(view.name), endReason: null };
}
