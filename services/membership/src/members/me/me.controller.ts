import { Controller } from '@nestjs/common';
import { meContract, type MeView, NoRequest, UpdateMeRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MeService } from './me.service.js';

@Controller()
export class MeController {
  constructor(private readonly me: MeService) {}

  @HandlesQuery(meContract.get)
  get(@Request() _request: NoRequest, @Call() call: CallContext): Promise<MeView> {
    return this.me.get(call);
  }

  @HandlesCommand(meContract.update)
  update(@Request() request: UpdateMeRequest, @Call() call: CallContext): Promise<Outcome<MeView>> {
    return this.me.update(request, call);
  }
}
