import { Controller } from '@nestjs/common';
import {
  GiveMandateRequest,
  ListMandatesRequest,
  ListMandateUsesRequest,
  mandateContract,
  MandateRequest,
  type MandateUseView,
  type MandateView,
  type Page,
  RevokeMandateRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { MandateService } from './mandate.service.js';

@Controller()
export class MandateController {
  constructor(private readonly mandates: MandateService) {}

  @HandlesCommand(mandateContract.give)
  give(@Request() request: GiveMandateRequest, @Call() call: CallContext): Promise<Outcome<MandateView>> {
    return this.mandates.give(request, call);
  }

  @HandlesQuery(mandateContract.list)
  list(@Request() request: ListMandatesRequest, @Call() call: CallContext): Promise<Page<MandateView>> {
    return this.mandates.list(request, call);
  }

  @HandlesQuery(mandateContract.get)
  get(@Request() request: MandateRequest, @Call() call: CallContext): Promise<MandateView> {
    return this.mandates.get(request, call);
  }

  @HandlesCommand(mandateContract.revoke)
  revoke(@Request() request: RevokeMandateRequest, @Call() call: CallContext): Promise<Outcome<MandateView>> {
    return this.mandates.revoke(request, call);
  }

  @HandlesQuery(mandateContract.uses)
  uses(@Request() request: ListMandateUsesRequest, @Call() call: CallContext): Promise<Page<MandateUseView>> {
    return this.mandates.uses(request, call);
  }
  @Republishes('mandate')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.mandates.republish(tx, afterId, limit);
  }
}
