import { Controller } from '@nestjs/common';
import {
  openingHoursContract,
  OpeningHoursRequest,
  type OpeningHoursView,
  SetOpeningHoursRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { OpeningHoursService } from './opening-hours.service.js';

@Controller()
export class OpeningHoursController {
  constructor(private readonly hours: OpeningHoursService) {}

  @HandlesQuery(openingHoursContract.get)
  get(@Request() request: OpeningHoursRequest, @Call() call: CallContext): Promise<OpeningHoursView> {
    return this.hours.get(request, call);
  }

  @HandlesCommand(openingHoursContract.set)
  set(
    @Request() request: SetOpeningHoursRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<OpeningHoursView>> {
    return this.hours.set(request, call);
  }
}
