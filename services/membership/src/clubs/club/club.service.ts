import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CloseClub,
  clubContract,
  type ClubView,
  type CreateClubRequest,
  type GetClubRequest,
  type ListClubsRequest,
  type OwnClubTermView,
} from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ClubMemberPresenter } from '../club-member/club-member-presenter.js';
import { ClubMemberRepository } from '../club-member/club-member.repository.js';
import { OrganisationClosing } from '../organisation/organisation-closing.js';
import { OrganisationCreator } from '../organisation/organisation-creator.js';
import type { OrganisationRow } from '../organisation/organisation.entity.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';

@Injectable()
export class ClubService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationRepository,
    private readonly creator: OrganisationCreator,
    private readonly closing: OrganisationClosing,
    private readonly members: ClubMemberRepository,
    private readonly presenter: ClubMemberPresenter,
  ) {}

  @Handles(clubContract.create)
  create(request: CreateClubRequest, call: CallContext): Promise<Outcome<ClubView>> {
    return this.transactions.command(call, clubContract.create, request, async (tx) => {
      const { name, unionId } = request;
      const row = await this.creator.create(tx, actions.createClub, {
        kind: 'club',
        name,
        unionId,
        uscc: null,
      });
      return viewOf(row, null);
    });
  }

  @Handles(clubContract.close)
  close({ clubId: id, reason }: CloseClub, call: CallContext): Promise<Outcome<ClubView>> {
    return this.transactions.command(call, clubContract.close, { clubId: id, reason }, async (tx) =>
      this.viewFor(tx, await this.closing.close(tx, { kind: 'club', id }, reason)),
    );
  }

  @Handles(clubContract.reopen)
  reopen({ clubId: id }: GetClubRequest, call: CallContext): Promise<Outcome<ClubView>> {
    return this.transactions.command(call, clubContract.reopen, { clubId: id }, async (tx) =>
      this.viewFor(tx, await this.closing.reopen(tx, { kind: 'club', id })),
    );
  }

  @Handles(clubContract.get)
  get(request: GetClubRequest, call: CallContext): Promise<ClubView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const row = await this.organisations.findById(tx, 'club', request.clubId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.viewFor(tx, row);
    });
  }

  @Handles(clubContract.list)
  list(request: ListClubsRequest, call: CallContext): Promise<Page<ClubView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const rows = await this.organisations.list(tx, 'club', request);
      return toPage(await this.viewsOf(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => [view.name, view.id],
      });
    });
  }

  private async viewFor(tx: Transaction, row: OrganisationRow): Promise<ClubView> {
    const [view] = await this.viewsOf(tx, [row]);
    return view ?? viewOf(row, null);
  }

  /** Views with the caller's own terms, loaded with one statement. */
  private async viewsOf(tx: Transaction, rows: readonly OrganisationRow[]): Promise<ClubView[]> {
    const ids = rows.map(({ id }) => id);
    const own = await this.members.findOf(tx, ids, tx.personId);
    const termOf = new Map(own.map((row) => [row.clubId, this.presenter.ownTermOf(row)]));
    return rows.map((row) => viewOf(row, termOf.get(row.id) ?? null));
  }
}

function viewOf(row: OrganisationRow, mine: OwnClubTermView | null): ClubView {
  const { id, version, name, unionId, active, closeReason } = row;
  const closedAt = row.closedAt?.toISOString() ?? null;
  return { id, version, name, unionId, active, closedAt, closeReason, mine };
}
