import { Controller } from '@nestjs/common';
import {
  apiKeyContract,
  type ApiKeyView,
  CreateApiKeyRequest,
  type CreatedApiKeyView,
  type Done,
  ListApiKeysRequest,
  type Page,
  RevokeApiKeyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ApiKeyService } from './api-key.service.js';

@Controller()
export class ApiKeyController {
  constructor(private readonly apiKeys: ApiKeyService) {}

  @HandlesCommand(apiKeyContract.create)
  create(
    @Request() request: CreateApiKeyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CreatedApiKeyView>> {
    return this.apiKeys.create(request, call);
  }

  @HandlesQuery(apiKeyContract.list)
  list(@Request() request: ListApiKeysRequest, @Call() call: CallContext): Promise<Page<ApiKeyView>> {
    return this.apiKeys.list(request, call);
  }

  @HandlesCommand(apiKeyContract.revoke)
  revoke(@Request() request: RevokeApiKeyRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.apiKeys.revoke(request, call);
  }
}
