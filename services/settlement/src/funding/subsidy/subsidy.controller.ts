import { Controller } from '@nestjs/common';
import {
  ListSubsidiesRequest,
  type Page,
  ReasonForSubsidyRequest,
  ReportSubsidyRequest,
  SendSubsidyRequest,
  subsidyContract,
  type SubsidyFilePlaceView,
  SubsidyReceiptRequest,
  SubsidyRequest,
  type SubsidySummaryView,
  type SubsidyView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SubsidyReportService } from './subsidy-report.service.js';
import { SubsidyService } from './subsidy.service.js';

type Subsidy = Promise<Outcome<SubsidyView>>;

@Controller()
export class SubsidyController {
  constructor(
    private readonly subsidies: SubsidyService,
    private readonly reports: SubsidyReportService,
  ) {}

  @HandlesQuery(subsidyContract.list)
  list(
    @Request() request: ListSubsidiesRequest,
    @Call() call: CallContext,
  ): Promise<Page<SubsidySummaryView>> {
    return this.subsidies.list(request, call);
  }

  @HandlesQuery(subsidyContract.get)
  get(@Request() request: SubsidyRequest, @Call() call: CallContext): Promise<SubsidyView> {
    return this.subsidies.get(request, call);
  }

  @HandlesCommand(subsidyContract.accept)
  accept(@Request() request: SubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.subsidies.accept(request, call);
  }

  @HandlesCommand(subsidyContract.decline)
  decline(@Request() request: ReasonForSubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.subsidies.decline(request, call);
  }

  @HandlesCommand(subsidyContract.confirmSent)
  confirmSent(@Request() request: SendSubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.subsidies.confirmSent(request, call);
  }

  @HandlesCommand(subsidyContract.confirmReceived)
  confirmReceived(@Request() request: SubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.subsidies.confirmReceived(request, call);
  }

  @HandlesCommand(subsidyContract.report)
  report(@Request() request: ReportSubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.reports.report(request, call);
  }

  @HandlesCommand(subsidyContract.acceptReport)
  acceptReport(@Request() request: SubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.reports.acceptReport(request, call);
  }

  @HandlesCommand(subsidyContract.returnReport)
  returnReport(@Request() request: ReasonForSubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.reports.returnReport(request, call);
  }

  @HandlesCommand(subsidyContract.clawBack)
  clawBack(@Request() request: ReasonForSubsidyRequest, @Call() call: CallContext): Subsidy {
    return this.reports.clawBack(request, call);
  }

  @HandlesQuery(subsidyContract.getReceipt)
  getReceipt(
    @Request() request: SubsidyReceiptRequest,
    @Call() call: CallContext,
  ): Promise<SubsidyFilePlaceView> {
    return this.reports.getReceipt(request, call);
  }
}
