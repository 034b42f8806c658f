import { Controller, Res, type StreamableFile } from '@nestjs/common';
import {
  ResourceDocumentIdRequest,
  resourceProfileContract,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { servedAttachment } from '../http/served-files.js';

@Controller()
export class ResourceProfileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(resourceProfileContract.documentFile)
  async documentFile(
    @Input() request: ResourceDocumentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(resourceProfileContract.documentFile, request, call);
    return servedAttachment(outcome, this.files, reply);
  }
}
