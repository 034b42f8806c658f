import { Controller } from '@nestjs/common';
import {
  type SensitivityView,
  type WeightComparisonView,
  WeightVersionRequest,
  whatIfContract,
  WhatIfRequest,
  type WhatIfView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { WhatIfService } from './what-if.service.js';

@Controller()
export class WhatIfController {
  constructor(private readonly whatIf: WhatIfService) {}

  @HandlesQuery(whatIfContract.compute)
  compute(@Request() request: WhatIfRequest, @Call() call: CallContext): Promise<WhatIfView> {
    return this.whatIf.compute(request, call);
  }

  @HandlesQuery(whatIfContract.sensitivity)
  sensitivity(@Request() request: WeightVersionRequest, @Call() call: CallContext): Promise<SensitivityView> {
    return this.whatIf.sensitivity(request, call);
  }

  @HandlesQuery(whatIfContract.compare)
  compare(
    @Request() request: WeightVersionRequest,
    @Call() call: CallContext,
  ): Promise<WeightComparisonView> {
    return this.whatIf.compare(request, call);
  }
}
