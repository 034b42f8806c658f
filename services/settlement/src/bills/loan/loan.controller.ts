import { Controller } from '@nestjs/common';
import { loanMoneyContract, LoanMoneyRequest, type LoanMoneyView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { LoanMoneyReader } from './loan-money.reader.js';

@Controller()
export class LoanController {
  constructor(private readonly money: LoanMoneyReader) {}

  @HandlesQuery(loanMoneyContract.get)
  get(@Request() request: LoanMoneyRequest, @Call() call: CallContext): Promise<LoanMoneyView> {
    return this.money.get(request, call);
  }
}
