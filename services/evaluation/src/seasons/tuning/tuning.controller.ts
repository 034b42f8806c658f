import { Controller } from '@nestjs/common';
import {
  DraftTunedSystemRequest,
  type IndicatorSystemView,
  ListTuningReportsRequest,
  type Page,
  tuningContract,
  TuningReportRequest,
  type TuningReportSummary,
  type TuningReportView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { TuningDraftService } from './tuning-draft.service.js';
import { TuningService } from './tuning.service.js';

@Controller()
export class TuningController {
  constructor(
    private readonly reports: TuningService,
    private readonly drafts: TuningDraftService,
  ) {}

  @HandlesCommand(tuningContract.draft)
  draft(
    @Request() request: DraftTunedSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.drafts.draft(request, call);
  }

  @HandlesQuery(tuningContract.get)
  get(@Request() request: TuningReportRequest, @Call() call: CallContext): Promise<TuningReportView> {
    return this.reports.get(request, call);
  }

  @HandlesQuery(tuningContract.list)
  list(
    @Request() request: ListTuningReportsRequest,
    @Call() call: CallContext,
  ): Promise<Page<TuningReportSummary>> {
    return this.reports.list(request, call);
  }
}
