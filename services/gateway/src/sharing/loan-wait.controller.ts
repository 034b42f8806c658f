import { Controller } from '@nestjs/common';
import {
  CreateLoanWaitRequest,
  ListLoanWaitsRequest,
  ListResourceWaitsRequest,
  loanWaitContract,
  LoanWaitIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LoanWaitController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'resources/:resourceId/waits', loanWaitContract.create, {
    tag,
    summary:
      'Waits for any time of a length within a window; a time that is freed is offered to the first in line',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      windowFrom: '2026-12-05T09:00:00+08:00',
      windowTo: '2026-12-06T21:00:00+08:00',
      durationMinutes: 120,
      latestDecisionAt: '2026-12-04T18:00:00+08:00',
      purpose: '乒乓球赛',
    },
  })
  create(@Input() request: CreateLoanWaitRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.create, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/waits', loanWaitContract.list, {
    tag,
    summary: 'Lists who waits for a resource, to whoever keeps it',
  })
  list(@Input() request: ListResourceWaitsRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.list, request, call);
  }

  @Endpoint('GET', 'me/loan-waits', loanWaitContract.listMine, {
    tag,
    summary: 'Lists what the caller and his unions wait for, with the place in line and what is on offer',
  })
  listMine(@Input() request: ListLoanWaitsRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.listMine, request, call);
  }

  @Endpoint('GET', 'loan-waits/:waitId', loanWaitContract.get, {
    tag,
    summary: 'Shows a wait to the union that waits',
  })
  get(@Input() request: LoanWaitIdRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.get, request, call);
  }

  @Endpoint('POST', 'loan-waits/:waitId/accept', loanWaitContract.accept, {
    tag,
    summary: 'Accepts the time on offer: it becomes a loan',
    status: 200,
  })
  accept(@Input() request: LoanWaitIdRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.accept, request, call);
  }

  @Endpoint('POST', 'loan-waits/:waitId/withdraw', loanWaitContract.withdraw, {
    tag,
    summary: 'Leaves the line, or declines the time on offer',
    status: 200,
  })
  withdraw(@Input() request: LoanWaitIdRequest, @Call() call: CallContext) {
    return this.rpc.call(loanWaitContract.withdraw, request, call);
  }
}
