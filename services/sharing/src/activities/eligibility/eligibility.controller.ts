import { Controller } from '@nestjs/common';
import {
  eligibilityContract,
  EligibilityRequest,
  type EligibilityView,
  SetEligibilityRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { EligibilityService } from './eligibility.service.js';

@Controller()
export class EligibilityController {
  constructor(private readonly eligibility: EligibilityService) {}

  @HandlesQuery(eligibilityContract.get)
  get(@Request() request: EligibilityRequest, @Call() call: CallContext): Promise<EligibilityView> {
    return this.eligibility.get(request, call);
  }

  @HandlesCommand(eligibilityContract.set)
  set(
    @Request() request: SetEligibilityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EligibilityView>> {
    return this.eligibility.set(request, call);
  }
}
