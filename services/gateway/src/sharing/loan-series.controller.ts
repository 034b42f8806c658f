import { Controller } from '@nestjs/common';
import {
  CancelLoanSeriesRequest,
  CreateLoanSeriesRequest,
  ListLoanSeriesRequest,
  loanSeriesContract,
  LoanSeriesIdRequest,
  PreviewLoanSeriesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';
const example = {
  borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
  resourceId: '019a0000-0000-7000-8000-000000000003',
  startsAt: '2026-12-01T19:00:00+08:00',
  endsAt: '2026-12-01T21:00:00+08:00',
  purpose: '合唱团排练',
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
  holidays: 'skip',
};

@Controller()
export class LoanSeriesController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'loan-series/preview', loanSeriesContract.preview, {
    tag,
    summary:
      'Shows which loans a series would have at this moment, and which days it would skip, with the reasons',
    example,
  })
  preview(@Input() request: PreviewLoanSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanSeriesContract.preview, request, call);
  }

  @Endpoint('POST', 'loan-series', loanSeriesContract.create, {
    tag,
    summary: 'Asks for a loan on each day of a rule; says which days were skipped, and why',
    example,
  })
  create(@Input() request: CreateLoanSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanSeriesContract.create, request, call);
  }

  @Endpoint('GET', 'loan-series', loanSeriesContract.list, {
    tag,
    summary: 'Lists the series that the caller or his unions asked for, the newest first',
  })
  list(@Input() request: ListLoanSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanSeriesContract.list, request, call);
  }

  @Endpoint('GET', 'loan-series/:seriesId', loanSeriesContract.get, {
    tag,
    summary: 'Shows a series with its loans, to its two sides',
  })
  get(@Input() request: LoanSeriesIdRequest, @Call() call: CallContext) {
    return this.rpc.call(loanSeriesContract.get, request, call);
  }

  @Endpoint('POST', 'loan-series/:seriesId/cancel', loanSeriesContract.cancel, {
    tag,
    summary: 'Cancels this loan and those after it, or all; the owner says why',
    status: 200,
    example: { fromLoanId: '019a0000-0000-7000-8000-000000000004', reason: '场地停用' },
  })
  cancel(@Input() request: CancelLoanSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanSeriesContract.cancel, request, call);
  }
}
