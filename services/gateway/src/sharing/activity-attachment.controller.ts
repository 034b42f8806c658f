import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  ActivityIdRequest,
  activityAttachmentContract,
  AddAttachmentRequest,
  ArrangeAttachmentsRequest,
  type AttachmentFileView,
  AttachmentIdRequest,
  EditAttachmentRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';
import { PublicReads } from '../http/public-reads.js';
import { attachmentPolicy, attachmentTypes } from './attachment-types.js';

const tag = 'activities';
const base = 'activities/:activityId/attachments';

@Controller()
export class ActivityAttachmentController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint('POST', base, activityAttachmentContract.add, {
    tag,
    summary: 'Makes an attachment of an uploaded file, if by its content it is one that runs nothing',
    example: {
      fileKey: '019a0000-0000-7000-8000-0000000000f1',
      fileName: '活动方案.pdf',
      title: '活动方案',
      visibility: 'signedIn',
    },
  })
  add(@Input() request: AddAttachmentRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.add, request, call);
  }

  @Endpoint('GET', base, activityAttachmentContract.list, {
    tag,
    summary: 'Lists the attachments of an activity that the caller may see, and what can be brought back',
  })
  list(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.list, request, call);
  }

  @Endpoint('PUT', base, activityAttachmentContract.arrange, {
    tag,
    summary: 'Puts the attachments in an order',
    example: {
      attachmentIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
    },
  })
  arrange(@Input() request: ArrangeAttachmentsRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.arrange, request, call);
  }

  @Endpoint('PATCH', `${base}/:attachmentId`, activityAttachmentContract.edit, {
    tag,
    summary: 'Calls an attachment otherwise, or shows it to others',
    example: { title: '活动方案（第二版）', visibility: 'seated' },
  })
  edit(@Input() request: EditAttachmentRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.edit, request, call);
  }

  @Endpoint('DELETE', `${base}/:attachmentId`, activityAttachmentContract.remove, {
    tag,
    summary: 'Removes an attachment; for 30 days it can be brought back',
  })
  remove(@Input() request: AttachmentIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.remove, request, call);
  }

  @Endpoint('POST', `${base}/:attachmentId/restore`, activityAttachmentContract.restore, {
    tag,
    summary: 'Brings a removed attachment back, as the last one',
    status: 200,
  })
  restore(@Input() request: AttachmentIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityAttachmentContract.restore, request, call);
  }

  @Endpoint('GET', `${base}/:attachmentId/file`, activityAttachmentContract.file, {
    tag,
    summary: 'The file of an attachment, to be saved, for whoever may see it',
    files: attachmentTypes,
    isFileOnly: true,
  })
  async file(
    @Input() request: AttachmentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(activityAttachmentContract.file, request, call);
    return { ...outcome, body: await this.sent(outcome.body, reply) };
  }

  @Endpoint('GET', `public/${base}`, activityAttachmentContract.listPublic, {
    tag: 'public',
    summary: 'Lists the attachments of a published activity that are for everybody',
    public: true,
    cacheSeconds: 10,
  })
  listPublic(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.reads.ask(activityAttachmentContract.listPublic, request, call);
  }

  @Endpoint('GET', `public/${base}/:attachmentId/file`, activityAttachmentContract.filePublic, {
    tag: 'public',
    summary: 'The file of an attachment that is for everybody, to be saved',
    public: true,
    cacheSeconds: 10,
    files: attachmentTypes,
    isFileOnly: true,
  })
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
    // Over that of the pages, which stands on the answer already.
    reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
    const options = { type: contentType, disposition: attachmentOf(fileName), length: size };
    return new StreamableFile(content, options);
  }
}
