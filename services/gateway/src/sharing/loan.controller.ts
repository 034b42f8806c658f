import { Controller } from '@nestjs/common';
import {
  CancelLoanRequest,
  ExtendLoanRequest,
  HandOverLoanRequest,
  ListLoansRequest,
  ListMyLoansRequest,
  loanContract,
  LoanRequest,
  RefuseLoanRequest,
  RequestLoanRequest,
  ReturnLoanRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LoanController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'loans', loanContract.request, {
    tag,
    summary: 'Asks for a resource for a time, and holds it from now on',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      resourceId: '019a0000-0000-7000-8000-000000000003',
      startsAt: '2026-12-01T10:00:00+08:00',
      endsAt: '2026-12-01T12:00:00+08:00',
      purpose: '职工运动会',
    },
  })
  request(@Input() request: RequestLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.request, request, call);
  }

  @Endpoint('GET', 'loans', loanContract.list, {
    tag,
    summary: 'Lists the loans on whose side the caller stands, as borrower or as owner, newest first',
  })
  list(@Input() request: ListLoansRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.list, request, call);
  }

  @Endpoint('GET', 'me/loans', loanContract.listMine, {
    tag,
    summary: 'Lists the loans that the caller asked for',
  })
  listMine(@Input() request: ListMyLoansRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.listMine, request, call);
  }

  @Endpoint('GET', 'loans/:loanId', loanContract.get, { tag, summary: 'Shows a loan to its two sides' })
  get(@Input() request: LoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.get, request, call);
  }

  @Endpoint('GET', 'loans/:loanId/pieces', loanContract.pieces, {
    tag,
    summary: 'Which pieces went out with a loan, and which are back, to its two sides',
  })
  pieces(@Input() request: LoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.pieces, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/approve', loanContract.approve, {
    tag,
    summary: 'Approves a request, as the owner',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: LoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.approve, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/refuse', loanContract.refuse, {
    tag,
    summary: 'Refuses a request with a reason, as the owner',
    status: 200,
    freshRoles: true,
    example: { reason: '当天设备检修' },
  })
  refuse(@Input() request: RefuseLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.refuse, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/hand-over', loanContract.handOver, {
    tag,
    summary: 'Notes that the resource was handed over, as the owner; of pieces, which',
    status: 200,
    example: { pieces: ['K7WD-M3PX'] },
  })
  handOver(@Input() request: HandOverLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.handOver, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/return', loanContract.giveBack, {
    tag,
    summary: 'Notes that the resource came back, as the owner',
    status: 200,
    example: { pieces: ['K7WD-M3PX'] },
  })
  giveBack(@Input() request: ReturnLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.giveBack, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/cancel', loanContract.cancel, {
    tag,
    summary: 'Cancels a loan that was not handed over; the owner says why',
    status: 200,
    example: { reason: '活动改期' },
  })
  cancel(@Input() request: CancelLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.cancel, request, call);
  }

  @Endpoint('POST', 'loans/:loanId/extend', loanContract.extend, {
    tag,
    summary: 'Extends a loan where the time after it is free and the right of use covers it',
    status: 200,
    example: { endsAt: '2026-12-01T13:00:00+08:00' },
  })
  extend(@Input() request: ExtendLoanRequest, @Call() call: CallContext) {
    return this.rpc.call(loanContract.extend, request, call);
  }
}
