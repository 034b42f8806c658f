import { Controller } from '@nestjs/common';
import {
  CancelLoanRequest,
  ExtendLoanRequest,
  ListLoanMovesRequest,
  ListLoansRequest,
  ListMyLoansRequest,
  loanContract,
  type LoanPiecesView,
  LoanRequest,
  loanMoveContract,
  type LoanMoveView,
  type LoanView,
  MoveLoanRequest,
  type Page,
  RefuseLoanRequest,
  RequestLoanRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { LoanQueryService } from './loan-query.service.js';
import { LoanRequestBatches } from './loan-request.batches.js';
import { LoanService } from './loan.service.js';
import { LoanTimesService } from './loan-times.service.js';

@Controller()
export class LoanController {
  constructor(
    private readonly requests: LoanRequestBatches,
    private readonly loans: LoanService,
    private readonly queries: LoanQueryService,
    private readonly times: LoanTimesService,
  ) {}

  @HandlesCommand(loanContract.request)
  request(@Request() request: RequestLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.requests.request(request, call);
  }

  @HandlesCommand(loanContract.approve)
  approve(@Request() request: LoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.loans.approve(request, call);
  }

  @HandlesCommand(loanContract.refuse)
  refuse(@Request() request: RefuseLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.loans.refuse(request, call);
  }

  @HandlesCommand(loanContract.cancel)
  cancel(@Request() request: CancelLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.loans.cancel(request, call);
  }

  @HandlesCommand(loanContract.extend)
  extend(@Request() request: ExtendLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.times.extend(request, call);
  }

  @HandlesCommand(loanMoveContract.move)
  move(@Request() request: MoveLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.times.move(request, call);
  }

  @HandlesQuery(loanMoveContract.list)
  listMoves(
    @Request() request: ListLoanMovesRequest,
    @Call() call: CallContext,
  ): Promise<Page<LoanMoveView>> {
    return this.times.list(request, call);
  }

  @HandlesQuery(loanContract.get)
  get(@Request() request: LoanRequest, @Call() call: CallContext): Promise<LoanView> {
    return this.queries.get(request, call);
  }

  @HandlesQuery(loanContract.pieces)
  pieces(@Request() request: LoanRequest, @Call() call: CallContext): Promise<LoanPiecesView> {
    return this.queries.pieces(request, call);
  }

  @HandlesQuery(loanContract.list)
  list(@Request() request: ListLoansRequest, @Call() call: CallContext): Promise<Page<LoanView>> {
    return this.queries.list(request, call);
  }

  @HandlesQuery(loanContract.listMine)
  listMine(@Request() request: ListMyLoansRequest, @Call() call: CallContext): Promise<Page<LoanView>> {
    return this.queries.listMine(request, call);
  }

  @Republishes('loan')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.queries.republish(tx, afterId, limit);
  }
}
