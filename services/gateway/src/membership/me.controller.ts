import { Controller } from '@nestjs/common';
import { meContract, NoRequest, UpdateMeRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class MeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'me', meContract.get, { tag: 'sign-in', summary: 'Shows who I am and what I am granted' })
  get(@Input() request: NoRequest, @Call() call: CallContext) {
    return this.rpc.call(meContract.get, request, call);
  }

  @Endpoint('PATCH', 'me', meContract.update, {
    tag: 'sign-in',
    summary: 'Sets my language or my password',
    example: { locale: 'zh-CN' },
  })
  update(@Input() request: UpdateMeRequest, @Call() call: CallContext) {
    return this.rpc.call(meContract.update, request, call);
  }
}
