import { Controller } from '@nestjs/common';
import { ActivateRequest, activationContract, type SignInView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ActivationService } from './activation.service.js';

@Controller()
export class ActivationController {
  constructor(private readonly activations: ActivationService) {}

  @HandlesCommand(activationContract.create)
  create(@Request() request: ActivateRequest, @Call() call: CallContext): Promise<Outcome<SignInView>> {
    return this.activations.create(request, call);
  }
}
