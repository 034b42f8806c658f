import { Injectable } from '@nestjs/common';
import {
  clubContract,
  type ClubView,
  type CreateClubRequest,
  type GetClubRequest,
  type ListClubsRequest,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { OrganisationMaker } from './organisation-maker.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';

@Injectable()
export class ClubService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationRepository,
    private readonly maker: OrganisationMaker,
  ) {}

  create(request: CreateClubRequest, call: CallContext): Promise<Outcome<ClubView>> {
    return this.transactions.command(call, clubContract.create, request, async (tx) => {
      const { name, unionId } = request;
      return viewOf(
        await this.maker.make(tx, actions.createClub, { kind: 'club', name, unionId, uscc: null }),
      );
    });
  }

  get(request: GetClubRequest, call: CallContext): Promise<ClubView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const row = await this.organisations.findById(tx, 'club', request.clubId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return viewOf(row);
    });
  }

  list(request: ListClubsRequest, call: CallContext): Promise<Page<ClubView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const rows = await this.organisations.list(tx, 'club', request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.name, view.id] });
    });
  }
}

function viewOf(row: OrganisationRow): ClubView {
  const { id, version, name, unionId, active } = row;
  return { id, version, name, unionId, active };
}
