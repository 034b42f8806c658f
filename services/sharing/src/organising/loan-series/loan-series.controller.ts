import { Controller } from '@nestjs/common';
import {
  type CancelledLoanSeriesView,
  CancelLoanSeriesRequest,
  CreateLoanSeriesRequest,
  ListLoanSeriesRequest,
  loanSeriesContract,
  LoanSeriesIdRequest,
  type LoanSeriesLineView,
  type LoanSeriesPreviewView,
  type LoanSeriesView,
  type Page,
  PreviewLoanSeriesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LoanSeriesReader } from './loan-series.reader.js';
import { LoanSeriesService } from './loan-series.service.js';

@Controller()
export class LoanSeriesController {
  constructor(
    private readonly series: LoanSeriesService,
    private readonly reader: LoanSeriesReader,
  ) {}

  @HandlesQuery(loanSeriesContract.preview)
  preview(
    @Request() request: PreviewLoanSeriesRequest,
    @Call() call: CallContext,
  ): Promise<LoanSeriesPreviewView> {
    return this.series.preview(request, call);
  }

  @HandlesCommand(loanSeriesContract.create)
  create(
    @Request() request: CreateLoanSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LoanSeriesView>> {
    return this.series.create(request, call);
  }

  @HandlesQuery(loanSeriesContract.get)
  get(@Request() request: LoanSeriesIdRequest, @Call() call: CallContext): Promise<LoanSeriesView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(loanSeriesContract.list)
  list(
    @Request() request: ListLoanSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Page<LoanSeriesLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesCommand(loanSeriesContract.cancel)
  cancel(
    @Request() request: CancelLoanSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CancelledLoanSeriesView>> {
    return this.series.cancel(request, call);
  }
}
