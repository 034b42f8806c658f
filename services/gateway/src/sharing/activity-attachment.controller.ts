import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  activityAttachmentContract,
  type AttachmentFileView,
  AttachmentIdRequest,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';
import { PublicReads } from '../http/public-reads.js';
import { attachmentPolicy } from '../http/attachment-policy.js';

@Controller()
export class ActivityAttachmentController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint(activityAttachmentContract.file)
  async file(
    @Input() request: AttachmentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(activityAttachmentContract.file, request, call);
    return { ...outcome, body: await this.sent(outcome.body, reply) };
  }

  @Endpoint(activityAttachmentContract.filePublic)
  async filePublic(
    @Input() request: AttachmentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(activityAttachmentContract.filePublic, request, call);
    return { ...outcome, body: await this.sent(outcome.body, reply) };
  }

  private async sent(file: AttachmentFileView, reply: FastifyReply): Promise<StreamableFile> {
    const { fileKey, sha256, size, fileName, contentType } = file;
    const content = await this.files.get(fileKey, null, sha256);
    // Overrides the policy of pages, which the response has already.
    reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
    const options = { type: contentType, disposition: attachmentOf(fileName), length: size };
    return new StreamableFile(content, options);
  }
}
