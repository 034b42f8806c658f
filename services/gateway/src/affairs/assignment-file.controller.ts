import { Controller, Res, type StreamableFile } from '@nestjs/common';
import {
  AssignmentAttachmentRequest,
  assignmentContract,
  AssignmentPartAttachmentRequest,
  assignmentPartContract,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { servedAttachment } from '../http/served-files.js';

/** Documents of assignments, for those who give them and those who have a part in them. */
@Controller()
export class AssignmentFileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(assignmentContract.attachment)
  async attachment(
    @Input() request: AssignmentAttachmentRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(assignmentContract.attachment, request, call);
    return servedAttachment(outcome, this.files, reply);
  }

  @Endpoint(assignmentPartContract.attachment)
  async partAttachment(
    @Input() request: AssignmentPartAttachmentRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(assignmentPartContract.attachment, request, call);
    return servedAttachment(outcome, this.files, reply);
  }
}
