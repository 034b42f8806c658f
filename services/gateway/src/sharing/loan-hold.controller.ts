import { Controller } from '@nestjs/common';
import { CreateLoanHoldRequest, loanHoldContract, LoanHoldIdRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LoanHoldController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'resources/:resourceId/holds', loanHoldContract.create, {
    tag,
    summary: 'Keeps a time for a few minutes; a request for the loan uses the token up',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      startsAt: '2026-12-01T10:00:00+08:00',
      endsAt: '2026-12-01T12:00:00+08:00',
      minutes: 10,
    },
  })
  create(@Input() request: CreateLoanHoldRequest, @Call() call: CallContext) {
    return this.rpc.call(loanHoldContract.create, request, call);
  }

  @Endpoint('DELETE', 'resources/:resourceId/holds/:holdId', loanHoldContract.remove, {
    tag,
    summary: 'Gives up a time that the caller holds',
  })
  remove(@Input() request: LoanHoldIdRequest, @Call() call: CallContext) {
    return this.rpc.call(loanHoldContract.remove, request, call);
  }
}
