import { Controller } from '@nestjs/common';
import {
  apiKeyContract,
  CreateApiKeyRequest,
  ListApiKeysRequest,
  RevokeApiKeyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ApiKeyController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'api-keys', apiKeyContract.create, {
    tag: 'sign-in',
    summary:
      'Makes a key for a program that acts for me; its text is shown once. It ends with a new password and with the membership',
    freshRoles: true,
    example: {
      name: 'HR system',
      scopes: ['read'],
      expiresAt: '2027-06-30T00:00:00+08:00',
      password: 'not-a-real-one',
    },
  })
  create(@Input() request: CreateApiKeyRequest, @Call() call: CallContext) {
    return this.rpc.call(apiKeyContract.create, request, call);
  }

  @Endpoint('GET', 'api-keys', apiKeyContract.list, { tag: 'sign-in', summary: 'Lists my keys' })
  list(@Input() request: ListApiKeysRequest, @Call() call: CallContext) {
    return this.rpc.call(apiKeyContract.list, request, call);
  }

  @Endpoint('DELETE', 'api-keys/:apiKeyId', apiKeyContract.revoke, {
    tag: 'sign-in',
    summary: 'Revokes a key',
  })
  revoke(@Input() request: RevokeApiKeyRequest, @Call() call: CallContext) {
    return this.rpc.call(apiKeyContract.revoke, request, call);
  }
}
