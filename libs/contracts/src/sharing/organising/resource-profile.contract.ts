import { type AttachmentKind, attachmentKinds, attachmentBytesMax } from '../../words/uploads.js';
import { attachmentTypes } from '../../words/media-types.js';
import { command, query, slow, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { GetResourceRequest } from '../lending/resource.contract.js';

export const conditionsMax = 10_000;
export const documentsMax = 20;

export class SaveResourceConditionsRequest extends GetResourceRequest {
  @Text({
    min: 0,
    max: conditionsMax,
    description: 'Markdown; empty: there are none from now on. Loans keep the version that was accepted',
    example: '1. 场内禁止吸烟。\n2. 结束后请关灯锁门。',
  })
  text: string;
}

export class GetResourceConditionsRequest extends GetResourceRequest {
  @Whole({ min: 1, optional: true, description: 'The one in force where absent' }) version?: number;
}

/** What whoever borrows a resource agrees to. */
export class ResourceConditionsView {
  @Uuid() resourceId: string;
  @Whole({ description: '0: there are none' }) version: number;
  @Flag({ description: 'The version that is to be accepted now' }) inForce: boolean;
  @Text({ min: 0, max: conditionsMax, description: 'Markdown' }) text: string;
  @Text({ min: 0, max: 100_000, description: 'The text as safe HTML' }) html: string;
  @Instant({ nullable: true }) savedAt: string | null;
}

const contactMeaning = 'Told to nobody but who keeps the resource, and who has a loan of it';

export class SaveResourceCustodianRequest extends GetResourceRequest {
  @Text({ max: 100, optional: true, description: 'A person or an office', example: '文体中心服务台' })
  name?: string | null;
  @Text({ max: 200, optional: true, example: '工作日 9:00–17:30' }) deskHours?: string | null;
  @Text({ max: 200, optional: true, description: contactMeaning, example: '内线 6021' })
  contact?: string | null;
}

/** Who hands it over, and when they are there. */
export class ResourceCustodianView {
  @Uuid() resourceId: string;
  @Whole({ description: '0 as long as nobody has said who it is' }) version: number;
  @Text({ nullable: true }) name: string | null;
  @Text({ nullable: true }) deskHours: string | null;
  @Text({ nullable: true, description: contactMeaning }) contact: string | null;
  @Flag({ description: 'Is there a contact, whether or not the reader is told it?' }) hasContact: boolean;
}

export class AddResourceDocumentRequest extends GetResourceRequest {
  @Uuid({ description: 'The file that the caller has uploaded: PDF, .docx, .xlsx, .pptx, .csv or .txt' })
  fileKey: string;
  @Text({ description: 'As the caller has it; what no name may hold is replaced', example: '章程范本.docx' })
  fileName: string;
  @Text({ optional: true, max: 100, description: 'What it is called; its file name where absent' })
  title?: string | null;
}

export class ResourceDocumentIdRequest extends GetResourceRequest {
  @Uuid() documentId: string;
}

export class ResourceDocumentView {
  @Uuid() id: string;
  @Text({ max: 100 }) title: string;
  @Text({ description: 'Under which it is saved' }) fileName: string;
  @OneOf(attachmentKinds, { name: 'AttachmentKind' }) kind: AttachmentKind;
  @Whole({ min: 1, max: attachmentBytesMax, description: 'Bytes' }) size: number;
  @Whole({ description: 'How often it was downloaded' }) downloads: number;
  @Instant() createdAt: string;
}

export class RemovedResourceDocumentView extends ResourceDocumentView {
  @Instant({ description: 'Until then it can be brought back' }) erasedAt: string;
}

export class DocumentUseView {
  @Uuid() activityId: string;
  @Text() title: string;
}

/** The documents of know-how: that they are there everybody sees; they are given to whoever keeps it, and during a loan. */
export class ResourceDocumentsView {
  @Flag({ description: 'Is the reader given them now?' }) mayDownload: boolean;
  @Instant({ nullable: true, description: 'When the access of the reader’s loan ends' })
  accessUntil: string | null;
  @ListOf(() => ResourceDocumentView, { max: documentsMax }) items: ResourceDocumentView[];
  @ListOf(() => RemovedResourceDocumentView, {
    max: 100,
    description: 'What was removed, the latest first; nothing but for who may bring it back',
  })
  removed: RemovedResourceDocumentView[];
  @ListOf(() => DocumentUseView, { max: 20, description: 'Published activities for which it was borrowed' })
  usedIn: DocumentUseView[];
}

/** Where the bytes are: between the services alone. */
export class ResourceDocumentFileView {
  @Uuid() fileKey: string;
  @Text() sha256: string;
  @Whole() size: number;
  @Text() fileName: string;
  @Text() contentType: string;
}

const conditions = query(
  'sharing.resource-conditions.get',
  GetResourceConditionsRequest,
  ResourceConditionsView,
  {
    http: 'GET resources/:resourceId/conditions',
    tag: 'resources',
    summary: 'What a borrower agrees to: now, or in an earlier version',
  },
);
const custodian = query('sharing.resource-custodian.get', GetResourceRequest, ResourceCustodianView, {
  http: 'GET resources/:resourceId/custodian',
  tag: 'resources',
  summary: 'Who hands a resource over; how they are reached only for those who have a loan of it, or keep it',
});

export const resourceProfileContract = {
  saveConditions: versioned(
    command('sharing.resource-conditions.save', SaveResourceConditionsRequest, ResourceConditionsView, {
      http: 'PUT resources/:resourceId/conditions',
      tag: 'resources',
      summary: 'Says what a borrower agrees to from now on; loans keep the version that was accepted',
      example: { text: '1. 场内禁止吸烟。\n2. 结束后请关灯锁门。' },
    }),
    conditions,
  ),
  conditions,
  saveCustodian: versioned(
    command('sharing.resource-custodian.save', SaveResourceCustodianRequest, ResourceCustodianView, {
      http: 'PUT resources/:resourceId/custodian',
      tag: 'resources',
      summary: 'Says who hands a resource over, when, and how they are reached; what is left out is removed',
      example: { name: '文体中心服务台', deskHours: '工作日 9:00–17:30', contact: '内线 6021' },
    }),
    custodian,
  ),
  custodian,
  addDocument: slow(
    command('sharing.resource-document.add', AddResourceDocumentRequest, ResourceDocumentView, {
      http: 'POST resources/:resourceId/documents',
      tag: 'resources',
      summary: 'Adds an uploaded file to know-how, if by its content it is one that runs nothing',
      example: {
        fileKey: '019a0000-0000-7000-8000-0000000000f1',
        fileName: '章程范本.docx',
        title: '工会章程范本',
      },
    }),
  ),
  documents: query('sharing.resource-document.list', GetResourceRequest, ResourceDocumentsView, {
    http: 'GET resources/:resourceId/documents',
    tag: 'resources',
    summary: 'Lists the documents of know-how, whether the caller is given them now, and where it was used',
  }),
  removeDocument: command(
    'sharing.resource-document.remove',
    ResourceDocumentIdRequest,
    ResourceDocumentsView,
    {
      http: 'DELETE resources/:resourceId/documents/:documentId',
      tag: 'resources',
      summary: 'Removes a document; for 30 days it can be brought back',
    },
  ),
  restoreDocument: command(
    'sharing.resource-document.restore',
    ResourceDocumentIdRequest,
    ResourceDocumentsView,
    {
      http: 'POST resources/:resourceId/documents/:documentId/restore',
      tag: 'resources',
      summary: 'Brings a removed document back',
      status: 200,
    },
  ),
  documentFile: query('sharing.resource-document.file', ResourceDocumentIdRequest, ResourceDocumentFileView, {
    http: 'GET resources/:resourceId/documents/:documentId/file',
    tag: 'resources',
    summary: 'A document, to be saved, for whoever keeps the know-how or has a loan of it that runs',
    files: attachmentTypes,
    isFileOnly: true,
  }),
};
