import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  ResourceDocumentIdRequest,
  resourceProfileContract,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';
import { attachmentPolicy } from '../http/attachment-policy.js';

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
    const { fileKey, sha256, size, fileName, contentType } = outcome.body;
    const content = await this.files.get(fileKey, null, sha256);
    // Overrides the policy of pages, which the response has already.
    reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
    const body = new StreamableFile(content, {
      type: contentType,
      length: size,
      disposition: attachmentOf(fileName),
    });
    return { ...outcome, body };
  }
}
