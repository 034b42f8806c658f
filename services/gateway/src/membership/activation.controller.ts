import { Controller } from '@nestjs/common';
import { activationContract, ActivateRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ActivationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'auth/activations', activationContract.create, {
    tag: 'sign-in',
    summary: 'First sign-in of an imported member',
    public: true,
    idempotent: false,
    example: {
      residentNumber: '11010519491231002X',
      name: '张三',
      code: '402817',
      password: 'not-a-real-one',
    },
  })
  create(@Input() request: ActivateRequest, @Call() call: CallContext) {
    return this.rpc.call(activationContract.create, request, call);
  }
}
