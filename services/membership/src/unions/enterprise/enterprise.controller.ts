import { Controller } from '@nestjs/common';
import {
  CreateEnterpriseRequest,
  enterpriseContract,
  type EnterpriseView,
  GetEnterpriseRequest,
  ListEnterprisesRequest,
  type Page,
  UpdateEnterpriseRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { EnterpriseService } from './enterprise.service.js';

@Controller()
export class EnterpriseController {
  constructor(private readonly enterprises: EnterpriseService) {}

  @HandlesCommand(enterpriseContract.create)
  create(
    @Request() request: CreateEnterpriseRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EnterpriseView>> {
    return this.enterprises.create(request, call);
  }

  @HandlesCommand(enterpriseContract.update)
  update(
    @Request() request: UpdateEnterpriseRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EnterpriseView>> {
    return this.enterprises.update(request, call);
  }

  @HandlesQuery(enterpriseContract.get)
  get(@Request() request: GetEnterpriseRequest, @Call() call: CallContext): Promise<EnterpriseView> {
    return this.enterprises.get(request, call);
  }

  @HandlesQuery(enterpriseContract.list)
  list(@Request() request: ListEnterprisesRequest, @Call() call: CallContext): Promise<Page<EnterpriseView>> {
    return this.enterprises.list(request, call);
  }

  @Republishes('enterprise')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.enterprises.republish(tx, afterId, limit);
  }
}
