import { attachmentTypes } from '../../words/media-types.js';
import { command, query, slow } from '../../core/contract.js';
import { Instant, ListOf, OneOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import {
  attachmentBytesMax,
  AttachmentFileView,
  type AttachmentKind,
  attachmentKinds,
} from '../../words/uploads.js';
import { ActivityIdRequest } from './activity.contract.js';

export const attachmentsMax = 20;
/** Who may see it, from the most to the fewest: each sees what those before see, too. */
export const attachmentVisibilities = ['everybody', 'signedIn', 'seated', 'hosts'] as const;
export type AttachmentVisibility = (typeof attachmentVisibilities)[number];

const titleMeaning = 'What it is called in the list; its file name where absent';
const visibilityMeaning =
  'Everybody without an account, whoever is signed in, whoever has a seat or came, or the hosts alone';

export class AddAttachmentRequest extends ActivityIdRequest {
  @Uuid({ description: 'The file that the caller has uploaded: PDF, .docx, .xlsx, .pptx, .csv or .txt' })
  fileKey: string;
  @Text({ description: 'As the caller has it; what no name may hold is replaced', example: '活动方案.pdf' })
  fileName: string;
  @Text({ optional: true, max: 100, description: titleMeaning, example: '活动方案' }) title?: string | null;
  @OneOf(attachmentVisibilities, { name: 'AttachmentVisibility', description: visibilityMeaning })
  visibility: AttachmentVisibility;
}

export class AttachmentIdRequest extends ActivityIdRequest {
  @Uuid() attachmentId: string;
}

/** A field that is absent stays as it is. */
export class EditAttachmentRequest extends AttachmentIdRequest {
  @Text({ optional: true, max: 100, example: '活动方案（第二版）' }) title?: string | null;
  @OneOf(attachmentVisibilities, {
    optional: true,
    name: 'AttachmentVisibility',
    description: visibilityMeaning,
  })
  visibility?: AttachmentVisibility | null;
}

export class ArrangeAttachmentsRequest extends ActivityIdRequest {
  @UuidList({ max: attachmentsMax, description: 'All attachments of the activity, in their new order' })
  attachmentIds: string[];
}

export class AttachmentView {
  @Uuid() id: string;
  @Text({ max: 100 }) title: string;
  @Text({ description: 'Under which it is saved' }) fileName: string;
  @OneOf(attachmentKinds, { name: 'AttachmentKind' }) kind: AttachmentKind;
  @Whole({ min: 1, max: attachmentBytesMax, description: 'Bytes' }) size: number;
  @OneOf(attachmentVisibilities, { name: 'AttachmentVisibility' }) visibility: AttachmentVisibility;
  @Instant() createdAt: string;
}

export class RemovedAttachmentView extends AttachmentView {
  @Instant({ description: 'Until then it can be brought back' }) erasedAt: string;
}

export class AttachmentsView {
  @ListOf(() => AttachmentView, {
    max: attachmentsMax,
    description: 'Those that the caller may see, in order',
  })
  items: AttachmentView[];
  @ListOf(() => RemovedAttachmentView, {
    max: 100,
    description: 'What was removed, the latest first; nothing but for who may bring it back',
  })
  removed: RemovedAttachmentView[];
}

export const activityAttachmentContract = {
  add: slow(
    command('sharing.activity-attachment.add', AddAttachmentRequest, AttachmentView, {
      http: 'POST activities/:activityId/attachments',
      tag: 'activities',
      summary: 'Makes an attachment of an uploaded file, if by its content it is one that runs nothing',
      example: {
        fileKey: '019a0000-0000-7000-8000-0000000000f1',
        fileName: '活动方案.pdf',
        title: '活动方案',
        visibility: 'signedIn',
      },
    }),
  ),
  list: query('sharing.activity-attachment.list', ActivityIdRequest, AttachmentsView, {
    http: 'GET activities/:activityId/attachments',
    tag: 'activities',
    summary: 'Lists the attachments of an activity that the caller may see, and what can be brought back',
  }),
  listPublic: query('sharing.activity-attachment.listPublic', ActivityIdRequest, AttachmentsView, {
    http: 'GET public/activities/:activityId/attachments',
    tag: 'public',
    summary: 'Lists the attachments of a published activity that are for everybody',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
  arrange: command('sharing.activity-attachment.arrange', ArrangeAttachmentsRequest, AttachmentsView, {
    http: 'PUT activities/:activityId/attachments',
    tag: 'activities',
    summary: 'Puts the attachments in an order',
    example: {
      attachmentIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
    },
  }),
  edit: command('sharing.activity-attachment.edit', EditAttachmentRequest, AttachmentView, {
    http: 'PATCH activities/:activityId/attachments/:attachmentId',
    tag: 'activities',
    summary: 'Calls an attachment otherwise, or shows it to others',
    example: { title: '活动方案（第二版）', visibility: 'seated' },
  }),
  remove: command('sharing.activity-attachment.remove', AttachmentIdRequest, AttachmentsView, {
    http: 'DELETE activities/:activityId/attachments/:attachmentId',
    tag: 'activities',
    summary: 'Removes an attachment; for 30 days it can be brought back',
  }),
  restore: command('sharing.activity-attachment.restore', AttachmentIdRequest, AttachmentsView, {
    http: 'POST activities/:activityId/attachments/:attachmentId/restore',
    tag: 'activities',
    summary: 'Brings a removed attachment back, as the last one',
    status: 200,
  }),
  file: query('sharing.activity-attachment.file', AttachmentIdRequest, AttachmentFileView, {
    http: 'GET activities/:activityId/attachments/:attachmentId/file',
    tag: 'activities',
    summary: 'The file of an attachment, to be saved, for whoever may see it',
    files: attachmentTypes,
    isFileOnly: true,
  }),
  filePublic: query('sharing.activity-attachment.filePublic', AttachmentIdRequest, AttachmentFileView, {
    http: 'GET public/activities/:activityId/attachments/:attachmentId/file',
    tag: 'public',
    summary: 'The file of an attachment that is for everybody, to be saved',
    public: true,
    cacheSeconds: 10,
    files: attachmentTypes,
    isFileOnly: true,
  }),
};
