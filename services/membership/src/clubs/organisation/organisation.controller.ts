import { Controller } from '@nestjs/common';
import {
  CreateOrganisationRequest,
  GetOrganisationRequest,
  ListOrganisationsRequest,
  organisationContract,
  type OrganisationView,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { OrganisationService } from './organisation.service.js';

@Controller()
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @HandlesCommand(organisationContract.create)
  create(
    @Request() request: CreateOrganisationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<OrganisationView>> {
    return this.organisations.create(request, call);
  }

  @HandlesQuery(organisationContract.get)
  get(@Request() request: GetOrganisationRequest, @Call() call: CallContext): Promise<OrganisationView> {
    return this.organisations.get(request, call);
  }

  @HandlesQuery(organisationContract.list)
  list(
    @Request() request: ListOrganisationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<OrganisationView>> {
    return this.organisations.list(request, call);
  }

  @Republishes('organisation')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.organisations.republish(tx, afterId, limit);
  }
}
