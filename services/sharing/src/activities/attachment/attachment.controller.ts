import { Controller } from '@nestjs/common';
import {
  ActivityIdRequest,
  activityAttachmentContract,
  AddAttachmentRequest,
  ArrangeAttachmentsRequest,
  type AttachmentFileView,
  AttachmentIdRequest,
  type AttachmentsView,
  type AttachmentView,
  EditAttachmentRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AttachmentIntake } from './attachment-intake.service.js';
import { AttachmentReader } from './attachment.reader.js';
import { AttachmentService } from './attachment.service.js';

@Controller()
export class AttachmentController {
  constructor(
    private readonly intake: AttachmentIntake,
    private readonly attachments: AttachmentService,
    private readonly reader: AttachmentReader,
  ) {}

  @HandlesCommand(activityAttachmentContract.add)
  add(@Request() request: AddAttachmentRequest, @Call() call: CallContext): Promise<Outcome<AttachmentView>> {
    return this.intake.add(request, call);
  }

  @HandlesQuery(activityAttachmentContract.list)
  list(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<AttachmentsView> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(activityAttachmentContract.listPublic)
  listPublic(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<AttachmentsView> {
    return this.reader.listPublic(request, call);
  }

  @HandlesCommand(activityAttachmentContract.arrange)
  arrange(
    @Request() request: ArrangeAttachmentsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AttachmentsView>> {
    return this.attachments.arrange(request, call);
  }

  @HandlesCommand(activityAttachmentContract.edit)
  edit(
    @Request() request: EditAttachmentRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AttachmentView>> {
    return this.attachments.edit(request, call);
  }

  @HandlesCommand(activityAttachmentContract.remove)
  remove(
    @Request() request: AttachmentIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AttachmentsView>> {
    return this.attachments.remove(request, call);
  }

  @HandlesCommand(activityAttachmentContract.restore)
  restore(
    @Request() request: AttachmentIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AttachmentsView>> {
    return this.attachments.restore(request, call);
  }

  @HandlesQuery(activityAttachmentContract.file)
  file(@Request() request: AttachmentIdRequest, @Call() call: CallContext): Promise<AttachmentFileView> {
    return this.reader.file(request, call);
  }

  @HandlesQuery(activityAttachmentContract.filePublic)
  filePublic(
    @Request() request: AttachmentIdRequest,
    @Call() call: CallContext,
  ): Promise<AttachmentFileView> {
    return this.reader.filePublic(request, call);
  }
}
