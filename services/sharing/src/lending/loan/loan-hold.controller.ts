import { Controller } from '@nestjs/common';
import {
  CreateLoanHoldRequest,
  type Done,
  loanHoldContract,
  LoanHoldIdRequest,
  type LoanHoldView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LoanHoldService } from './loan-hold.service.js';

@Controller()
export class LoanHoldController {
  constructor(private readonly holds: LoanHoldService) {}

  @HandlesCommand(loanHoldContract.create)
  create(
    @Request() request: CreateLoanHoldRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LoanHoldView>> {
    return this.holds.create(request, call);
  }

  @HandlesCommand(loanHoldContract.remove)
  remove(@Request() request: LoanHoldIdRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.holds.remove(request, call);
  }
}
