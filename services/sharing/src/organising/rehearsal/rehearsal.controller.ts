import { Controller } from '@nestjs/common';
import { rehearsalContract, type RehearsalView, RehearseRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { RehearsalService } from './rehearsal.service.js';

@Controller()
export class RehearsalController {
  constructor(private readonly rehearsals: RehearsalService) {}

  @HandlesQuery(rehearsalContract.run)
  run(@Request() request: RehearseRequest, @Call() call: CallContext): Promise<RehearsalView> {
    return this.rehearsals.run(request, call);
  }
}
