import { Controller } from '@nestjs/common';
import {
  ledgerPeriodContract,
  type Page,
  PageRequest,
  PeriodRequest,
  type PeriodSummaryView,
  type PeriodView,
  ReopenPeriodRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PeriodService } from './period.service.js';

@Controller()
export class PeriodController {
  constructor(private readonly periods: PeriodService) {}

  @HandlesQuery(ledgerPeriodContract.list)
  list(@Request() request: PageRequest, @Call() call: CallContext): Promise<Page<PeriodSummaryView>> {
    return this.periods.list(request, call);
  }

  @HandlesQuery(ledgerPeriodContract.get)
  get(@Request() request: PeriodRequest, @Call() call: CallContext): Promise<PeriodView> {
    return this.periods.get(request, call);
  }

  @HandlesCommand(ledgerPeriodContract.close)
  close(@Request() request: PeriodRequest, @Call() call: CallContext): Promise<Outcome<PeriodView>> {
    return this.periods.close(request, call);
  }

  @HandlesCommand(ledgerPeriodContract.reopen)
  reopen(@Request() request: ReopenPeriodRequest, @Call() call: CallContext): Promise<Outcome<PeriodView>> {
    return this.periods.reopen(request, call);
  }
}
