import { Controller } from '@nestjs/common';
import { type Done, passwordResetContract, ResetPasswordRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PasswordResetService } from './password-reset.service.js';

@Controller()
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  @HandlesCommand(passwordResetContract.create)
  create(@Request() request: ResetPasswordRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.resets.create(request, call);
  }
}
