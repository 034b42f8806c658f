import { command, query, slow } from '../../core/contract.js';
import { Instant, ListOf, OneOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { PictureFileView, type PictureWidth, pictureWidths } from '../../words/uploads.js';
import { ActivityIdRequest } from './activity.contract.js';

/** A cover, and twenty more. */
export const picturesMax = 21;

const captionMeaning = 'What everybody reads beneath it';
const altMeaning = 'What it shows, for who does not see it; the cover has to say it';

export class AddPictureRequest extends ActivityIdRequest {
  @Uuid({ description: 'The file that the caller has uploaded: JPEG, PNG or WebP' }) fileKey: string;
  @Text({ optional: true, description: captionMeaning, example: '去年的合影' }) caption?: string | null;
  @Text({ optional: true, description: altMeaning, example: '二十多人站在车间门口' }) alt?: string | null;
}

export class PictureIdRequest extends ActivityIdRequest {
  @Uuid() pictureId: string;
}

/** A field that is absent stays as it is. */
export class EditPictureRequest extends PictureIdRequest {
  @Text({ optional: true, description: captionMeaning, example: '出发前' }) caption?: string | null;
  @Text({ optional: true, description: altMeaning }) alt?: string | null;
}

export class ArrangePicturesRequest extends ActivityIdRequest {
  @UuidList({ max: picturesMax, description: 'All pictures of the activity, in their new order' })
  pictureIds: string[];
  @Uuid({ optional: true, description: 'Which of them stands for the activity; none where absent' })
  coverId?: string | null;
}

export class PictureFileRequest extends PictureIdRequest {
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class PictureView {
  @Uuid() id: string;
  @Text({ nullable: true, description: captionMeaning }) caption: string | null;
  @Text({ nullable: true, description: altMeaning }) alt: string | null;
  @Whole({ min: 1, description: 'Pixels at its greatest; the smaller ones have the same proportions' })
  width: number;
  @Whole({ min: 1 }) height: number;
  @Instant() createdAt: string;
}

export class RemovedPictureView extends PictureView {
  @Instant({ description: 'Until then it can be brought back' }) erasedAt: string;
}

export class PicturesView {
  @Uuid({ nullable: true, description: 'Which of them stands for the activity' }) coverId: string | null;
  @ListOf(() => PictureView, { max: picturesMax, description: 'In their order' }) items: PictureView[];
  @ListOf(() => RemovedPictureView, {
    max: 100,
    description: 'What was removed, the latest first; nothing but for who may bring it back',
  })
  removed: RemovedPictureView[];
}

export const activityPictureContract = {
  add: slow(
    command('sharing.activity-picture.add', AddPictureRequest, PictureView, {
      http: 'POST activities/:activityId/pictures',
      tag: 'activities',
      summary:
        'Makes a picture of an uploaded file: as WebP in three widths, without what a camera has written into it',
      example: {
        fileKey: '019a0000-0000-7000-8000-0000000000f1',
        caption: '去年的合影',
        alt: '二十多人站在车间门口',
      },
    }),
  ),
  list: query('sharing.activity-picture.list', ActivityIdRequest, PicturesView, {
    http: 'GET activities/:activityId/pictures',
    tag: 'activities',
    summary: 'Lists the pictures of an activity in their order, and what of them can be brought back',
  }),
  listPublic: query('sharing.activity-picture.listPublic', ActivityIdRequest, PicturesView, {
    http: 'GET public/activities/:activityId/pictures',
    tag: 'public',
    summary: 'Lists the pictures of a published activity',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
  arrange: command('sharing.activity-picture.arrange', ArrangePicturesRequest, PicturesView, {
    http: 'PUT activities/:activityId/pictures',
    tag: 'activities',
    summary: 'Puts the pictures in an order, and says which one stands for the activity',
    example: {
      pictureIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
      coverId: '019a0000-0000-7000-8000-0000000000f2',
    },
  }),
  edit: command('sharing.activity-picture.edit', EditPictureRequest, PictureView, {
    http: 'PATCH activities/:activityId/pictures/:pictureId',
    tag: 'activities',
    summary: 'Says something else beneath a picture, or of what it shows',
    example: { caption: '出发前' },
  }),
  remove: command('sharing.activity-picture.remove', PictureIdRequest, PicturesView, {
    http: 'DELETE activities/:activityId/pictures/:pictureId',
    tag: 'activities',
    summary: 'Removes a picture; for 30 days it can be brought back',
  }),
  restore: command('sharing.activity-picture.restore', PictureIdRequest, PicturesView, {
    http: 'POST activities/:activityId/pictures/:pictureId/restore',
    tag: 'activities',
    summary: 'Brings a removed picture back, as the last one',
    status: 200,
  }),
  file: query('sharing.activity-picture.file', PictureFileRequest, PictureFileView, {
    http: 'GET activities/:activityId/pictures/:pictureId/:width',
    tag: 'activities',
    summary: 'A picture in one of its widths, for whoever sees the activity',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  filePublic: query('sharing.activity-picture.filePublic', PictureFileRequest, PictureFileView, {
    http: 'GET public/activities/:activityId/pictures/:pictureId/:width',
    tag: 'public',
    summary: 'A picture of a published activity, in one of its widths',
    public: true,
    // The bytes under an address never change; a day is for pictures that are taken down.
    cacheSeconds: 86_400,
    files: ['image/webp'],
    isFileOnly: true,
  }),
};
