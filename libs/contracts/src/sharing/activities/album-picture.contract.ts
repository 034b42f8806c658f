import { type PictureWidth, pictureWidths, PictureFileView } from '../../words/uploads.js';
import { command, Done, PageRequest, query, slow, versionedIn } from '../../core/contract.js';
import { AlwaysTrue, Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { ActivityIdRequest } from './activity.contract.js';

/** Of an activity. */
export const albumPicturesMax = 500;
/** Of one person in an activity; hosts are not counted. */
export const albumPicturesOfPersonMax = 10;
/** So many days after the end pictures may be added. */
export const albumOpenDays = 30;

/** Waiting for an officer of the hosts, shown, hidden until one decides on a report, or hidden for a reason. */
export const albumPictureStates = ['pending', 'approved', 'reported', 'hidden'] as const;
export type AlbumPictureState = (typeof albumPictureStates)[number];
/** Why somebody does not want it to be seen. */
export const albumReportReasons = ['inPicture', 'child', 'other'] as const;
export type AlbumReportReason = (typeof albumReportReasons)[number];

const captionMeaning = 'What is read beneath it, and by who does not see it';

export class AddAlbumPictureRequest extends ActivityIdRequest {
  @Uuid({ description: 'The file that the caller has uploaded: JPEG, PNG or WebP' }) fileKey: string;
  @Text({ optional: true, max: 100, description: captionMeaning, example: '颁奖' }) caption?: string | null;
  @AlwaysTrue({ description: 'Whoever can be recognised agrees, and of children their guardians do' })
  consent: true;
}

export class AlbumPictureIdRequest extends ActivityIdRequest {
  @Uuid() pictureId: string;
}

export class ShareAlbumPictureRequest extends AlbumPictureIdRequest {
  @Flag({ description: 'Anybody sees it on the public page of the activity' }) isPublic: boolean;
}

export class HideAlbumPictureRequest extends AlbumPictureIdRequest {
  @Text({ max: 500, description: 'Shown to the person who added it', example: '画面里有人不愿公开' })
  reason: string;
}

export class ReportAlbumPictureRequest extends AlbumPictureIdRequest {
  @OneOf(albumReportReasons, { name: 'AlbumReportReason' }) reason: AlbumReportReason;
}

export class ListAlbumPicturesRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(albumPictureStates, { optional: true, name: 'AlbumPictureState' }) state?: AlbumPictureState;
}

export class AlbumPictureFileRequest extends AlbumPictureIdRequest {
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class AlbumPictureView {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Text({ nullable: true, max: 100, description: captionMeaning }) caption: string | null;
  @Whole({ min: 1, description: 'Pixels at its greatest; the smaller ones have the same proportions' })
  width: number;
  @Whole({ min: 1 }) height: number;
  @OneOf(albumPictureStates, { name: 'AlbumPictureState' }) state: AlbumPictureState;
  @Flag({ description: 'Anybody sees it on the public page' }) isPublic: boolean;
  @Flag({ description: 'The caller has added it' }) isMine: boolean;
  @Text({ nullable: true, description: 'Who added it, masked; for officers of the hosts alone' })
  addedBy: string | null;
  @Uuid({ nullable: true, description: 'Who added it; for officers of the hosts alone' })
  addedById: string | null;
  @OneOf(albumReportReasons, { nullable: true, description: 'For officers of the hosts alone' })
  reportReason: AlbumReportReason | null;
  @Text({ nullable: true, max: 500, description: 'For who added it and officers of the hosts' })
  hideReason: string | null;
  @Instant({ nullable: true, description: 'When what is hidden is erased' }) erasedAt: string | null;
  @Instant() createdAt: string;
}

/** One page of an album, with what the caller may do in it. */
export class AlbumPage {
  @ListOf(() => AlbumPictureView, { max: 200, description: 'The newest first' }) items: AlbumPictureView[];
  @Text({ nullable: true, max: 500, description: 'Pass as `cursor` for the next page; null at the end' })
  nextCursor: string | null;
  @Flag({ description: 'The caller came, or is a host, and it is time' }) mayAdd: boolean;
  @Flag({ description: 'The caller decides on pictures' }) mayModerate: boolean;
  @Whole({ max: albumPicturesMax, description: 'How many wait for a decision; 0 for who does not decide' })
  waiting: number;
  @Instant({ description: 'From then on pictures may be added' }) opensAt: string;
  @Instant({ description: 'Until then' }) closesAt: string;
}

export class PublicAlbumPictureView {
  @Uuid() id: string;
  @Text({ nullable: true, max: 100, description: captionMeaning }) caption: string | null;
  @Whole({ min: 1 }) width: number;
  @Whole({ min: 1 }) height: number;
}

export class PublicAlbumView {
  @Text({ nullable: true, description: 'Of the activity; null where none of its pictures is for anybody' })
  title: string | null;
  @Text({ nullable: true }) organiserName: string | null;
  @Instant({ nullable: true }) startsAt: string | null;
  @Text({ nullable: true, description: 'IANA zone in which its time is read' }) timeZone: string | null;
  @ListOf(() => PublicAlbumPictureView, { max: albumPicturesMax, description: 'The newest first' })
  items: PublicAlbumPictureView[];
}

const shown = query('sharing.album-picture.list', ListAlbumPicturesRequest, AlbumPage, {
  http: 'GET activities/:activityId/album-pictures',
  tag: 'activities',
  summary: 'Lists the pictures of an album that the caller may see, the newest first, by state for hosts',
});

export const albumPictureContract = {
  add: slow(
    command('sharing.album-picture.add', AddAlbumPictureRequest, AlbumPictureView, {
      http: 'POST activities/:activityId/album-pictures',
      tag: 'activities',
      summary:
        'Adds a picture to the album of an activity, by somebody who was there; the hosts look at it first',
      example: { fileKey: '019a0000-0000-7000-8000-0000000000f1', caption: '颁奖', consent: true },
    }),
  ),
  list: shown,
  listPublic: query('sharing.album-picture.listPublic', ActivityIdRequest, PublicAlbumView, {
    http: 'GET public/activities/:activityId/album-pictures',
    tag: 'public',
    summary: 'Lists the pictures of an album that its hosts show to anybody',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
  approve: versionedIn(
    command('sharing.album-picture.approve', AlbumPictureIdRequest, AlbumPictureView, {
      http: 'POST activities/:activityId/album-pictures/:pictureId/approve',
      tag: 'activities',
      summary: 'Shows a picture to those who belong to the activity; also one that was hidden or reported',
      status: 200,
      example: {},
    }),
    shown,
  ),
  share: command('sharing.album-picture.share', ShareAlbumPictureRequest, AlbumPictureView, {
    http: 'PATCH activities/:activityId/album-pictures/:pictureId',
    tag: 'activities',
    summary: 'Shows an approved picture to anybody, on the public page of the activity, or no longer',
    example: { isPublic: true },
  }),
  hide: versionedIn(
    command('sharing.album-picture.hide', HideAlbumPictureRequest, AlbumPictureView, {
      http: 'POST activities/:activityId/album-pictures/:pictureId/hide',
      tag: 'activities',
      summary:
        'Hides a picture, with a reason that the person who added it sees; for 30 days it can be shown again',
      status: 200,
      example: { reason: '画面里有人不愿公开' },
    }),
    shown,
  ),
  report: command('sharing.album-picture.report', ReportAlbumPictureRequest, Done, {
    http: 'POST activities/:activityId/album-pictures/:pictureId/report',
    tag: 'activities',
    summary: 'Has a picture hidden at once, until the hosts have decided; once a person',
    status: 200,
    example: { reason: 'inPicture' },
  }),
  withdraw: command('sharing.album-picture.withdraw', AlbumPictureIdRequest, Done, {
    http: 'DELETE activities/:activityId/album-pictures/:pictureId',
    tag: 'activities',
    summary: 'Withdraws a picture of one’s own; nothing of it stays',
  }),
  file: query('sharing.album-picture.file', AlbumPictureFileRequest, PictureFileView, {
    http: 'GET activities/:activityId/album-pictures/:pictureId/:width',
    tag: 'activities',
    summary: 'A picture of an album in one of its widths, for whoever may see it',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  filePublic: query('sharing.album-picture.filePublic', AlbumPictureFileRequest, PictureFileView, {
    http: 'GET public/activities/:activityId/album-pictures/:pictureId/:width',
    tag: 'public',
    summary: 'A picture of an album that its hosts show to anybody, in one of its widths',
    public: true,
    // Whoever is in a picture may have it taken down at any moment: nobody in between keeps it for longer.
    cacheSeconds: 10,
    files: ['image/webp'],
    isFileOnly: true,
  }),
};
