import { Controller } from '@nestjs/common';
import {
  type PeersView,
  type PrintedFileView,
  ReachRequest,
  type ReachView,
  RenderReportRequest,
  reportContract,
  ReportPeriodRequest,
  ReportRequest,
  type ReportView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { ReportFileService } from './report-file.service.js';
import { ReportService } from './report.service.js';

@Controller()
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly files: ReportFileService,
  ) {}

  @HandlesQuery(reportContract.get)
  get(@Request() request: ReportRequest, @Call() call: CallContext): Promise<ReportView> {
    return this.reports.get(request, call);
  }

  @HandlesQuery(reportContract.peers)
  peers(@Request() request: ReportPeriodRequest, @Call() call: CallContext): Promise<PeersView> {
    return this.reports.peers(request, call);
  }

  @HandlesQuery(reportContract.reach)
  reach(@Request() request: ReachRequest, @Call() call: CallContext): Promise<ReachView> {
    return this.reports.reached(request, call);
  }

  @HandlesQuery(reportContract.render)
  render(@Request() request: RenderReportRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.files.render(request, call);
  }
}
