import { Controller } from '@nestjs/common';
import {
  accountClosureContract,
  ClosureRequest,
  type ClosureView,
  type EndedPartyView,
  ListClosuresRequest,
  type Page,
  PageRequest,
  ProposeClosureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AccountClosureService } from './account-closure.service.js';

@Controller()
export class AccountClosureController {
  constructor(private readonly closures: AccountClosureService) {}

  @HandlesCommand(accountClosureContract.propose)
  propose(
    @Request() request: ProposeClosureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ClosureView>> {
    return this.closures.propose(request, call);
  }

  @HandlesQuery(accountClosureContract.get)
  get(@Request() request: ClosureRequest, @Call() call: CallContext): Promise<ClosureView> {
    return this.closures.get(request, call);
  }

  @HandlesQuery(accountClosureContract.list)
  list(@Request() request: ListClosuresRequest, @Call() call: CallContext): Promise<Page<ClosureView>> {
    return this.closures.list(request, call);
  }

  @HandlesCommand(accountClosureContract.approve)
  approve(@Request() request: ClosureRequest, @Call() call: CallContext): Promise<Outcome<ClosureView>> {
    return this.closures.approve(request, call);
  }

  @HandlesCommand(accountClosureContract.withdraw)
  withdraw(@Request() request: ClosureRequest, @Call() call: CallContext): Promise<Outcome<ClosureView>> {
    return this.closures.withdraw(request, call);
  }

  @HandlesQuery(accountClosureContract.listEnded)
  listEnded(@Request() request: PageRequest, @Call() call: CallContext): Promise<Page<EndedPartyView>> {
    return this.closures.listEnded(request, call);
  }
}
