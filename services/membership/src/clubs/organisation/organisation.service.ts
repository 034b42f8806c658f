import { Republishes } from '@gongxiang/messaging/events';
import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CloseOrganisation,
  type CreateOrganisationRequest,
  type GetOrganisationRequest,
  type ListOrganisationsRequest,
  organisationContract,
  type OrganisationView,
} from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { OrganisationClosing } from './organisation-closing.js';
import { OrganisationCreator } from './organisation-creator.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';

@Injectable()
export class OrganisationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationRepository,
    private readonly creator: OrganisationCreator,
    private readonly closing: OrganisationClosing,
  ) {}

  @Handles(organisationContract.create)
  create(request: CreateOrganisationRequest, call: CallContext): Promise<Outcome<OrganisationView>> {
    return this.transactions.command(call, organisationContract.create, request, async (tx) => {
      const { name, unionId } = request;
      return viewOf(
        await this.creator.create(tx, actions.createOrganisation, {
          kind: 'organisation',
          name,
          unionId,
          uscc: request.uscc ?? null,
        }),
      );
    });
  }

  @Handles(organisationContract.close)
  close(request: CloseOrganisation, call: CallContext): Promise<Outcome<OrganisationView>> {
    const { organisationId: id, reason } = request;
    return this.transactions.command(call, organisationContract.close, request, async (tx) =>
      viewOf(await this.closing.close(tx, { kind: 'organisation', id }, reason)),
    );
  }

  @Handles(organisationContract.reopen)
  reopen(request: GetOrganisationRequest, call: CallContext): Promise<Outcome<OrganisationView>> {
    const { organisationId: id } = request;
    return this.transactions.command(call, organisationContract.reopen, request, async (tx) =>
      viewOf(await this.closing.reopen(tx, { kind: 'organisation', id })),
    );
  }

  @Handles(organisationContract.get)
  get(request: GetOrganisationRequest, call: CallContext): Promise<OrganisationView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const row = await this.organisations.findById(tx, 'organisation', request.organisationId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return viewOf(row);
    });
  }

  @Handles(organisationContract.list)
  list(request: ListOrganisationsRequest, call: CallContext): Promise<Page<OrganisationView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      const rows = await this.organisations.list(tx, 'organisation', request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.name, view.id] });
    });
  }

  @Republishes('organisation')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.creator.republish(tx, afterId, limit);
  }
}

function viewOf(row: OrganisationRow): OrganisationView {
  const { id, version, name, unionId, uscc, usccCheck, active, closeReason } = row;
  const closedAt = row.closedAt?.toISOString() ?? null;
  return { id, version, name, unionId, uscc, usccCheck, active, closedAt, closeReason };
}
