import { Controller } from '@nestjs/common';
import { ListLoanMovesRequest, loanMoveContract, MoveLoanRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LoanMoveController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'loans/:loanId/move', loanMoveContract.move, {
    tag,
    summary:
      'Moves a loan that was not handed over to another time, in one step; where the custodian decides each loan, he decides again',
    status: 200,
    example: {
      startsAt: '2026-12-02T10:00:00+08:00',
      endsAt: '2026-12-02T12:00:00+08:00',
      reason: '活动改期',
    },
  })
  move(@Input() request: MoveLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanMoveContract.move, request, call);
  }

  @Endpoint('GET', 'loans/:loanId/moves', loanMoveContract.list, {
    tag,
    summary: 'Lists the times that a loan had before, to its two sides',
  })
  list(@Input() request: ListLoanMovesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanMoveContract.list, request, call);
  }
}
