import { Controller } from '@nestjs/common';
import {
  FreezePartyRequest,
  GetPartyFreezeRequest,
  ListPartyFreezesRequest,
  type Page,
  partyFreezeContract,
  type PartyFreezeView,
  ReleasePartyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { FreezeService } from './freeze.service.js';

@Controller()
export class FreezeController {
  constructor(private readonly freezes: FreezeService) {}

  @HandlesCommand(partyFreezeContract.freeze)
  freeze(
    @Request() request: FreezePartyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PartyFreezeView>> {
    return this.freezes.freeze(request, call);
  }

  @HandlesQuery(partyFreezeContract.get)
  get(@Request() request: GetPartyFreezeRequest, @Call() call: CallContext): Promise<PartyFreezeView> {
    return this.freezes.get(request, call);
  }

  @HandlesQuery(partyFreezeContract.list)
  list(
    @Request() request: ListPartyFreezesRequest,
    @Call() call: CallContext,
  ): Promise<Page<PartyFreezeView>> {
    return this.freezes.list(request, call);
  }

  @HandlesCommand(partyFreezeContract.release)
  release(
    @Request() request: ReleasePartyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PartyFreezeView>> {
    return this.freezes.release(request, call);
  }
}
