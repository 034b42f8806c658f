import { Controller } from '@nestjs/common';
import { loanMoneyContract, LoanMoneyRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class LoanMoneyController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'loans/:loanId/money', loanMoneyContract.get, {
    tag: 'loans',
    summary: 'What a loan has brought into the ledger: its deposit, its fee and its damages, for both sides',
  })
  get(@Input() request: LoanMoneyRequest, @Call() call: CallContext) {
    return this.rpc.call(loanMoneyContract.get, request, call);
  }
}
