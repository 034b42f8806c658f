import { command, Done, PageRequest, query, slow, versionedIn } from '../contract.js';
import { AlwaysTrue, Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../fields.js';
import { ActivityIdRequest } from './activity.contract.js';
import { PictureFileView, type PictureWidth, pictureWidths } from './activity-picture.contract.js';

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
  @Text({ max: 500, description: 'Told to who added it', example: '画面里有人不愿公开' }) reason: string;
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

const shown = query('sharing.album-picture.list', ListAlbumPicturesRequest, AlbumPage);

export const albumPictureContract = {
  add: slow(command('sharing.album-picture.add', AddAlbumPictureRequest, AlbumPictureView)),
  list: shown,
  listPublic: query('sharing.album-picture.listPublic', ActivityIdRequest, PublicAlbumView),
  approve: versionedIn(
    command('sharing.album-picture.approve', AlbumPictureIdRequest, AlbumPictureView),
    shown,
  ),
  share: command('sharing.album-picture.share', ShareAlbumPictureRequest, AlbumPictureView),
  hide: versionedIn(command('sharing.album-picture.hide', HideAlbumPictureRequest, AlbumPictureView), shown),
  report: command('sharing.album-picture.report', ReportAlbumPictureRequest, Done),
  withdraw: command('sharing.album-picture.withdraw', AlbumPictureIdRequest, Done),
  file: query('sharing.album-picture.file', AlbumPictureFileRequest, PictureFileView),
  filePublic: query('sharing.album-picture.filePublic', AlbumPictureFileRequest, PictureFileView),
};
