import { command, query, slow } from '../../core/contract.js';
import { Flag, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { attachmentTypes } from '../../words/media-types.js';
import {
  attachmentBytesMax,
  AttachmentFileView,
  type AttachmentKind,
  attachmentKinds,
  PictureFileView,
  type PictureWidth,
  pictureWidths,
  recordingBytesMax,
  type RecordingKind,
  recordingKinds,
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

export class AddBulletinRecording {
  @Uuid({ description: 'The union whose courses may show it' }) unionId: string;
  @Uuid({ description: 'The file that the caller has uploaded: MP4, QuickTime, MP3 or M4A' }) fileKey: string;
  @Uuid({ optional: true, description: 'A picture out of a video, shown before it is played' })
  posterKey?: string;
  @Text({
    description: 'As the caller has it; what no name may hold is replaced',
    example: '灭火器的用法.mp4',
  })
  fileName: string;
}

/** A video or a recording that a lesson shows. */
export class BulletinRecordingDto {
  @Uuid({ description: 'As it was added for the union' }) fileId: string;
  @Text({ max: 100, description: 'What it is called', example: '灭火器的用法' }) title: string;
}

export class BulletinRecordingView extends BulletinRecordingDto {
  @OneOf(recordingKinds, { name: 'RecordingKind' }) kind: RecordingKind;
  @Whole({ min: 1, max: recordingBytesMax, description: 'Bytes' }) size: number;
  @Flag({ description: 'A picture out of it is among the pictures of what shows it' }) hasPoster: boolean;
}

/** A video or a recording that courses of the union may show. */
export class AddedBulletinRecordingView {
  @Uuid() fileId: string;
  @Text({ max: 100, description: 'What it is called unless the lesson says otherwise' }) title: string;
  @OneOf(recordingKinds, { name: 'RecordingKind' }) kind: RecordingKind;
  @Whole({ min: 1, max: recordingBytesMax, description: 'Bytes' }) size: number;
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
  addRecording: slow(
    command('affairs.bulletin-file.add-recording', AddBulletinRecording, AddedBulletinRecordingView, {
      http: 'POST unions/:unionId/bulletin-recordings',
      tag: 'bulletins',
      summary: `Makes a video or a recording for courses, without what its device has written into it. ${kept}`,
      example: { fileKey: exampleKey, fileName: '灭火器的用法.mp4' },
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
