import { Controller, Res, type StreamableFile } from '@nestjs/common';
import {
  activityAttachmentContract,
  AttachmentIdRequest,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
import { servedAttachment } from '../http/served-files.js';

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
    return servedAttachment(outcome, this.files, reply);
  }

  @Endpoint(activityAttachmentContract.filePublic)
  async filePublic(
    @Input() request: AttachmentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(activityAttachmentContract.filePublic, request, call);
    return servedAttachment(outcome, this.files, reply);
  }
}
