import { Controller } from '@nestjs/common';
import { entryCodeContract, IssueEntryCodeRequest, RequestEntryCodeRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class EntryCodeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'auth/codes', entryCodeContract.request, {
    tag: 'sign-in',
    summary: 'Asks for a code by text message; the answer is the same whether or not one is sent',
    status: 202,
    public: true,
    idempotent: false,
    example: { purpose: 'activation', residentNumber: '11010519491231002X', name: '张三' },
  })
  request(@Input() request: RequestEntryCodeRequest, @Call() call: CallContext) {
    return this.rpc.call(entryCodeContract.request, request, call);
  }

  @Endpoint('POST', 'members/:memberId/entry-codes', entryCodeContract.issue, {
    tag: 'members',
    summary: 'Makes a code to be printed, by which a member gets in; it is shown once',
    freshRoles: true,
    example: { purpose: 'activation' },
  })
  issue(@Input() request: IssueEntryCodeRequest, @Call() call: CallContext) {
    return this.rpc.call(entryCodeContract.issue, request, call);
  }
}
