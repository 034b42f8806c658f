import { Controller } from '@nestjs/common';
import {
  CoHostIdRequest,
  type CoHostView,
  LeaveCoHostingRequest,
  leavingContract,
  type LeavingView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LeavingReader } from './leaving.reader.js';
import { LeavingService } from './leaving.service.js';

@Controller()
export class LeavingController {
  constructor(
    private readonly leaving: LeavingService,
    private readonly reader: LeavingReader,
  ) {}

  @HandlesQuery(leavingContract.preview)
  preview(@Request() request: CoHostIdRequest, @Call() call: CallContext): Promise<LeavingView> {
    return this.reader.preview(request, call);
  }

  @HandlesCommand(leavingContract.leave)
  leave(@Request() request: LeaveCoHostingRequest, @Call() call: CallContext): Promise<Outcome<CoHostView>> {
    return this.leaving.leave(request, call);
  }
}
