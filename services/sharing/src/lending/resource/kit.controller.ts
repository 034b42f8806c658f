import { Controller } from '@nestjs/common';
import { kitContract, KitRequest, type KitView, SetKitContentsRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { KitService } from './kit.service.js';

@Controller()
export class KitController {
  constructor(private readonly kits: KitService) {}

  @HandlesCommand(kitContract.set)
  set(@Request() request: SetKitContentsRequest, @Call() call: CallContext): Promise<Outcome<KitView>> {
    return this.kits.set(request, call);
  }

  @HandlesQuery(kitContract.get)
  get(@Request() request: KitRequest, @Call() call: CallContext): Promise<KitView> {
    return this.kits.get(request, call);
  }
}
