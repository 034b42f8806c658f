import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { audioTypes, paperTypes, videoTypes } from '../../words/media-types.js';
import {
  type WorksCallState,
  worksCallStates,
  worksCriteriaMax,
  workPointsMax,
  workScoreMax,
} from './works-call.contract.js';

/** Waits to be looked at by an officer; takes part; does not, with a reason; taken back by its author. */
export const workStates = ['sent', 'admitted', 'refused', 'withdrawn'] as const;
export type WorkState = (typeof workStates)[number];

/** What the caller may do with a work now. */
export const workActs = ['addFile', 'withdraw', 'admit', 'refuse', 'score'] as const;
export type WorkAct = (typeof workActs)[number];

export const workFileTypes = [...paperTypes, ...videoTypes, ...audioTypes];
export const workTitleMax = 100;
export const workTextMax = 5_000;
export const workFilesMax = 5;
/** Of pictures and documents. */
export const workFileBytesMax = 10 * 1024 * 1024;
/** Of videos and recordings: as much as an upload may have. */
export const workMediaBytesMax = 20 * 1024 * 1024;
const reasonMax = 500;

export class ProposeWork {
  @Uuid() worksCallId: string;
  @Text({ max: workTitleMax, example: '炉火旁的老班长' }) title: string;
  @Text({ max: workTextMax, description: 'What the author says, or the work itself' }) text: string;
  @Flag({ description: 'The gallery shows the name of the author; “a member” otherwise' }) showName: boolean;
}

/** The name comes from membership, through the gateway: nobody is shown under a name that is not theirs. */
export class SendWork extends ProposeWork {
  @Text({ max: 100, description: "The caller's own name" }) name: string;
}

export class WorkId {
  @Uuid() workId: string;
}

export class RefuseWork {
  @Uuid() workId: string;
  @Text({ max: reasonMax, description: 'For the author', example: '照片与主题无关' }) reason: string;
}

export class CriterionPoints {
  @Whole({ max: worksCriteriaMax - 1, description: 'Which of the criteria, from 0 on' }) criterion: number;
  @Whole({ max: workPointsMax }) points: number;
}

export class ScoreWork {
  @Uuid() workId: string;
  @ListOf(() => CriterionPoints, { min: 1, max: worksCriteriaMax }) points: CriterionPoints[];
}

export class AddWorkFile {
  @Uuid() workId: string;
  @Uuid({ description: 'The file that the caller has uploaded: PDF, PNG, JPEG, WebP, MP4, MOV, MP3 or M4A' })
  fileKey: string;
  @Uuid({
    optional: true,
    description: 'Of a video: a picture that the caller has uploaded, to be shown before it is played',
  })
  posterKey?: string;
  @Text({ max: 200, description: 'As the caller has it', example: '炉火.jpg' }) name: string;
}

export class WorkFileId {
  @Uuid() workId: string;
  @Uuid() fileId: string;
}

/** Where the file is, and what opens it: between the services alone. */
export class WorkFileContentView {
  @Uuid() fileKey: string;
  @Text({ description: 'SHA-256 of the sealed file, in hex' }) sha256: string;
  @Text({ description: 'Opens the sealed file' }) opening: string;
  @Whole({ description: 'Bytes, opened' }) size: number;
  @Text({ max: 200 }) name: string;
  @Text({ description: 'Media type, by the content' }) contentType: string;
}

export class ListWorks extends PageRequest {
  @Uuid() worksCallId: string;
  @OneOf(workStates, {
    optional: true,
    name: 'WorkState',
    description: 'For officers; others see what is admitted',
  })
  state?: WorkState;
}

export class WorkFileLine {
  @Uuid() id: string;
  @Text({ max: 200 }) name: string;
  @Text({ description: 'Media type' }) contentType: string;
  @Whole({ description: 'As it was uploaded' }) bytes: number;
  @Flag({
    description:
      'A picture or a video with a preview; pictures sent before there were any, and videos without one, have none',
  })
  hasPreview: boolean;
}

export class WorkActView {
  @OneOf(workActs, { name: 'WorkAct' }) act: WorkAct;
}

/** A work as the caller may see it: until the result stands, nobody but officers and the author see whose it is. */
export class WorkLine {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(workStates, { name: 'WorkState' }) state: WorkState;
  @Uuid() worksCallId: string;
  @Text() worksCallTitle: string;
  @OneOf(worksCallStates, { name: 'WorksCallState' }) worksCallState: WorksCallState;
  @Text({ max: workTitleMax }) title: string;
  @Uuid({ nullable: true, description: 'The first of its files that has a preview' }) coverId: string | null;
  @Flag({ description: 'The caller has sent it' }) isMine: boolean;
  @Text({
    nullable: true,
    description:
      'Masked for officers; once awarded the name to which the author consents. Null for “a member”',
  })
  authorName: string | null;
  @Text({ nullable: true, description: 'Of the author, for officers alone' }) unionName: string | null;
  @Flag({ description: 'The caller is a juror and has scored it' }) isScored: boolean;
  @Whole({ nullable: true, min: 1, description: 'Once awarded' }) place: number | null;
  @Text({ nullable: true, max: 40, description: 'Once awarded' }) award: string | null;
}

/** A work in the list of its author. */
export class OwnWorkLine extends OmitType(WorkLine, []) {
  @Text({ nullable: true, max: reasonMax, description: 'Why it was refused' }) reason: string | null;
}

export class WorkView extends OmitType(WorkLine, []) {
  @Text({ max: workTextMax }) text: string;
  @ListOf(() => WorkFileLine, { max: workFilesMax }) files: WorkFileLine[];
  @Instant() sentAt: string;
  @Text({ nullable: true, max: reasonMax, description: 'Why it was refused; for author and officers' })
  reason: string | null;
  @ListOf(() => CriterionPoints, {
    max: worksCriteriaMax,
    description: 'What the caller has given as a juror',
  })
  points: CriterionPoints[];
  @Whole({ nullable: true, max: workScoreMax, description: 'In hundredths, once awarded' }) score:
    number | null;
  @ListOf(() => WorkActView, { max: workActs.length }) acts: WorkActView[];
}

const acting = { tag: 'works', status: 200, ifMatch: true } as const;

export const workContract = {
  send: command('affairs.work.send', SendWork, WorkView, {
    http: 'POST works-calls/:worksCallId/works',
    tag: 'works',
    summary: 'Sends a work of the caller’s own; files are added to it, and an officer admits it',
    example: { title: '炉火旁的老班长', text: '凌晨四点的车间。', showName: true },
  }),
  addFile: slow(
    command('affairs.work.add-file', AddWorkFile, WorkView, {
      http: 'POST works/:workId/files',
      tag: 'works',
      summary:
        'Adds a file to a work of the caller’s own, before it is admitted; pictures, videos and recordings lose their metadata',
      example: { fileKey: '019a0000-0000-7000-8000-0000000000f1', name: '炉火.jpg' },
    }),
  ),
  withdraw: command('affairs.work.withdraw', WorkId, WorkView, {
    ...acting,
    http: 'POST works/:workId/withdraw',
    summary: 'Takes a work back, while works are taken; its files are erased',
  }),
  admit: command('affairs.work.admit', WorkId, WorkView, {
    ...acting,
    http: 'POST works/:workId/admit',
    summary: 'Lets a work take part, by an officer who has not sent it',
  }),
  refuse: command('affairs.work.refuse', RefuseWork, WorkView, {
    ...acting,
    http: 'POST works/:workId/refuse',
    summary: 'Does not let it take part, with a reason for its author',
    example: { reason: '照片与主题无关' },
  }),
  score: command('affairs.work.score', ScoreWork, WorkView, {
    http: 'PUT works/:workId/score',
    tag: 'works',
    summary: 'A juror gives points for each criterion, without seeing whose it is nor what others give',
    example: { points: [{ criterion: 0, points: 88 }] },
  }),
  get: query('affairs.work.get', WorkId, WorkView, {
    http: 'GET works/:workId',
    tag: 'works',
    summary: 'A work as far as the caller may see it',
  }),
  file: query('affairs.work.file', WorkFileId, WorkFileContentView, {
    http: 'GET works/:workId/files/:fileId',
    tag: 'works',
    summary: 'A file of a work, for whoever may see the work; a `Range` of its bytes where one is asked for',
    files: workFileTypes,
    isFileOnly: true,
  }),
  preview: query('affairs.work.preview', WorkFileId, WorkFileContentView, {
    http: 'GET works/:workId/files/:fileId/preview',
    tag: 'works',
    summary: 'A picture of a work, or that of a video, in 640 pixels, for whoever may see the work',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  getPublic: query('affairs.work.get-public', WorkId, WorkView, {
    http: 'GET public/works/:workId',
    tag: 'public',
    summary: 'A work of a call for anybody, once awarded',
    public: true,
    remembered: true,
  }),
  filePublic: query('affairs.work.file-public', WorkFileId, WorkFileContentView, {
    http: 'GET public/works/:workId/files/:fileId',
    tag: 'public',
    summary: 'A file of such a work; a `Range` of its bytes where one is asked for',
    public: true,
    files: workFileTypes,
    isFileOnly: true,
  }),
  previewPublic: query('affairs.work.preview-public', WorkFileId, WorkFileContentView, {
    http: 'GET public/works/:workId/files/:fileId/preview',
    tag: 'public',
    summary: 'The preview of such a file',
    public: true,
    files: ['image/webp'],
    isFileOnly: true,
  }),
  list: query('affairs.work.list', ListWorks, pageOf(WorkLine), {
    http: 'GET works-calls/:worksCallId/works',
    tag: 'works',
    summary:
      'Works of a call: all for officers, the admitted ones while they are judged; a gallery once awarded',
  }),
  listMine: query('affairs.work.list-mine', PageRequest, pageOf(OwnWorkLine), {
    http: 'GET me/works',
    tag: 'works',
    summary: 'Works that the caller has sent, the newest first',
  }),
};
