import { Controller } from '@nestjs/common';
import { passwordResetContract, ResetPasswordRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class PasswordResetController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'auth/password-resets', passwordResetContract.create, {
    tag: 'sign-in',
    summary: 'Sets a password by a code, and ends every session',
    status: 200,
    public: true,
    idempotent: false,
    example: { account: 'operator', code: '402817', newPassword: 'not-a-real-one' },
  })
  create(@Input() request: ResetPasswordRequest, @Call() call: CallContext) {
    return this.rpc.call(passwordResetContract.create, request, call);
  }
}
