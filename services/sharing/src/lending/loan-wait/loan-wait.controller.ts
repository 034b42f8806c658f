import { Controller } from '@nestjs/common';
import {
  CreateLoanWaitRequest,
  ListLoanWaitsRequest,
  ListResourceWaitsRequest,
  loanWaitContract,
  LoanWaitIdRequest,
  type LoanWaitView,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LoanWaitReader } from './loan-wait.reader.js';
import { LoanWaitService } from './loan-wait.service.js';

@Controller()
export class LoanWaitController {
  constructor(
    private readonly waits: LoanWaitService,
    private readonly reader: LoanWaitReader,
  ) {}

  @HandlesCommand(loanWaitContract.create)
  create(
    @Request() request: CreateLoanWaitRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LoanWaitView>> {
    return this.waits.create(request, call);
  }

  @HandlesCommand(loanWaitContract.accept)
  accept(@Request() request: LoanWaitIdRequest, @Call() call: CallContext): Promise<Outcome<LoanWaitView>> {
    return this.waits.accept(request, call);
  }

  @HandlesCommand(loanWaitContract.withdraw)
  withdraw(@Request() request: LoanWaitIdRequest, @Call() call: CallContext): Promise<Outcome<LoanWaitView>> {
    return this.waits.withdraw(request, call);
  }

  @HandlesQuery(loanWaitContract.get)
  get(@Request() request: LoanWaitIdRequest, @Call() call: CallContext): Promise<LoanWaitView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(loanWaitContract.listMine)
  listMine(@Request() request: ListLoanWaitsRequest, @Call() call: CallContext): Promise<Page<LoanWaitView>> {
    return this.reader.listMine(request, call);
  }

  @HandlesQuery(loanWaitContract.list)
  list(@Request() request: ListResourceWaitsRequest, @Call() call: CallContext): Promise<Page<LoanWaitView>> {
    return this.reader.list(request, call);
  }
}
