import { Controller } from '@nestjs/common';
import { ActivityIdRequest, cancellationContract, type CancellationEffectView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { CancellationReader } from './cancellation.reader.js';

@Controller()
export class CancellationController {
  constructor(private readonly reader: CancellationReader) {}

  @HandlesQuery(cancellationContract.preview)
  preview(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<CancellationEffectView> {
    return this.reader.preview(request, call);
  }
}
