import { command, query, slow } from '../../core/contract.js';
import { OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { attachmentTypes } from '../../words/media-types.js';
import {
  attachmentBytesMax,
  AttachmentFileView,
  type AttachmentKind,
  attachmentKinds,
  PictureFileView,
  type PictureWidth,
  pictureWidths,
} from '../../words/uploads.js';

/** Names it in a revision within a day; what no revision names is deleted then. */
const kept = 'It is deleted after a day unless a bulletin, an assignment or a course of the union shows it';

export class AddBulletinPicture {
  @Uuid({ description: 'The union whose bulletins may show it' }) unionId: string;
  @Uuid({ description: 'The file that the caller has uploaded: JPEG, PNG or WebP' }) fileKey: string;
}

export class AddBulletinAttachment {
  @Uuid({ description: 'The union whose bulletins may show it' }) unionId: string;
  @Uuid({ description: 'The file that the caller has uploaded: PDF, .docx, .xlsx, .pptx, .csv or .txt' })
  fileKey: string;
  @Text({ description: 'As the caller has it; what no name may hold is replaced', example: '作业时间表.pdf' })
  fileName: string;
}

/** A picture that bulletins of the union may show. */
export class AddedBulletinPictureView {
  @Uuid() fileId: string;
  @Whole({ min: 1, description: 'Pixels at its greatest; the smaller ones have the same proportions' })
  width: number;
  @Whole({ min: 1 }) height: number;
}

/** A document that bulletins of the union may offer. */
export class AddedBulletinAttachmentView {
  @Uuid() fileId: string;
  @Text({ max: 100, description: 'What it is called unless the bulletin says otherwise' }) title: string;
  @OneOf(attachmentKinds, { name: 'AttachmentKind' }) kind: AttachmentKind;
  @Whole({ min: 1, max: attachmentBytesMax, description: 'Bytes' }) size: number;
}

export class BulletinPictureRequest {
  @Uuid() bulletinId: string;
  @Uuid() fileId: string;
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class BulletinAttachmentRequest {
  @Uuid() bulletinId: string;
  @Uuid() fileId: string;
}

const exampleKey = '019a0000-0000-7000-8000-0000000000f1';

export const bulletinFileContract = {
  addPicture: slow(
    command('affairs.bulletin-file.add-picture', AddBulletinPicture, AddedBulletinPictureView, {
      http: 'POST unions/:unionId/bulletin-pictures',
      tag: 'bulletins',
      summary: `Makes a picture for bulletins and courses, as WebP in three widths, without what a camera has written into it. ${kept}`,
      example: { fileKey: exampleKey },
    }),
  ),
  addAttachment: slow(
    command('affairs.bulletin-file.add-attachment', AddBulletinAttachment, AddedBulletinAttachmentView, {
      http: 'POST unions/:unionId/bulletin-attachments',
      tag: 'bulletins',
      summary: `Makes an attachment for bulletins, assignments and courses, if by its content it is one that runs nothing. ${kept}`,
      example: { fileKey: exampleKey, fileName: '作业时间表.pdf' },
    }),
  ),
  picture: query('affairs.bulletin-file.picture', BulletinPictureRequest, PictureFileView, {
    http: 'GET bulletins/:bulletinId/pictures/:fileId/:width',
    tag: 'bulletins',
    summary: 'A picture of a bulletin in one of its widths, for whoever may read the bulletin',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  publicPicture: query('affairs.bulletin-file.public-picture', BulletinPictureRequest, PictureFileView, {
    http: 'GET public/bulletins/:bulletinId/pictures/:fileId/:width',
    tag: 'public',
    summary: 'A picture of a bulletin that is for anybody, in one of its widths',
    public: true,
    // The bytes under an address never change; five minutes are for what is hidden or withdrawn.
    cacheSeconds: 300,
    files: ['image/webp'],
    isFileOnly: true,
  }),
  attachment: query('affairs.bulletin-file.attachment', BulletinAttachmentRequest, AttachmentFileView, {
    http: 'GET bulletins/:bulletinId/attachments/:fileId',
    tag: 'bulletins',
    summary: 'An attachment of a bulletin, to be saved, for whoever may read the bulletin',
    files: attachmentTypes,
    isFileOnly: true,
  }),
  publicAttachment: query(
    'affairs.bulletin-file.public-attachment',
    BulletinAttachmentRequest,
    AttachmentFileView,
    {
      http: 'GET public/bulletins/:bulletinId/attachments/:fileId',
      tag: 'public',
      summary: 'An attachment of a bulletin that is for anybody, to be saved',
      public: true,
      cacheSeconds: 10,
      files: attachmentTypes,
      isFileOnly: true,
    },
  ),
};
