import { type PictureWidth, pictureWidths, PictureFileView } from '../../words/uploads.js';
import { command, query, slow } from '../../core/contract.js';
import { ListOf, OneOf, Text, Uuid, UuidList } from '../../core/fields.js';
import { PictureView, RemovedPictureView } from '../activities/activity-picture.contract.js';
import { GetResourceRequest } from '../lending/resource.contract.js';

export const resourcePicturesMax = 10;

const altMeaning = 'What it shows, for who does not see it';

export class AddResourcePictureRequest extends GetResourceRequest {
  @Uuid({ description: 'The file that the caller has uploaded: JPEG, PNG or WebP' }) fileKey: string;
  @Text({ description: altMeaning, example: '舞台和两侧音响' }) alt: string;
  @Text({ optional: true, description: 'What everybody reads beneath it' }) caption?: string | null;
}

export class ResourcePictureIdRequest extends GetResourceRequest {
  @Uuid() pictureId: string;
}

export class EditResourcePictureRequest extends ResourcePictureIdRequest {
  @Text({ optional: true, description: altMeaning, example: '舞台、幕布和两侧音响' }) alt?: string;
  @Text({ optional: true, description: 'What everybody reads beneath it; null: nothing' }) caption?:
    string | null;
}

export class ArrangeResourcePicturesRequest extends GetResourceRequest {
  @UuidList({
    max: resourcePicturesMax,
    description: 'All pictures of the resource, in their new order; the first stands for it',
  })
  pictureIds: string[];
}

export class ResourcePictureFileRequest extends ResourcePictureIdRequest {
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class ResourcePicturesView {
  @ListOf(() => PictureView, { max: resourcePicturesMax, description: 'In their order' })
  items: PictureView[];
  @ListOf(() => RemovedPictureView, {
    max: 100,
    description: 'What was removed, the latest first; nothing but for who may bring it back',
  })
  removed: RemovedPictureView[];
}

export const resourcePictureContract = {
  add: slow(
    command('sharing.resource-picture.add', AddResourcePictureRequest, PictureView, {
      http: 'POST resources/:resourceId/pictures',
      tag: 'resources',
      summary:
        'Makes a picture of an uploaded file: as WebP in three widths, without what a camera has written into it',
      example: { fileKey: '019a0000-0000-7000-8000-0000000000f1', alt: '舞台和两侧音响' },
    }),
  ),
  list: query('sharing.resource-picture.list', GetResourceRequest, ResourcePicturesView, {
    http: 'GET resources/:resourceId/pictures',
    tag: 'resources',
    summary: 'Lists the pictures of a resource in their order, and what of them can be brought back',
  }),
  arrange: command('sharing.resource-picture.arrange', ArrangeResourcePicturesRequest, ResourcePicturesView, {
    http: 'PUT resources/:resourceId/pictures',
    tag: 'resources',
    summary: 'Puts the pictures in an order; the first stands for the resource',
    example: {
      pictureIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
    },
  }),
  edit: command('sharing.resource-picture.edit', EditResourcePictureRequest, PictureView, {
    http: 'PATCH resources/:resourceId/pictures/:pictureId',
    tag: 'resources',
    summary: 'Says something else of what a picture shows, or beneath it',
    example: { alt: '舞台、幕布和两侧音响' },
  }),
  remove: command('sharing.resource-picture.remove', ResourcePictureIdRequest, ResourcePicturesView, {
    http: 'DELETE resources/:resourceId/pictures/:pictureId',
    tag: 'resources',
    summary: 'Removes a picture; for 30 days it can be brought back',
  }),
  restore: command('sharing.resource-picture.restore', ResourcePictureIdRequest, ResourcePicturesView, {
    http: 'POST resources/:resourceId/pictures/:pictureId/restore',
    tag: 'resources',
    summary: 'Brings a removed picture back, as the last one',
    status: 200,
  }),
  file: query('sharing.resource-picture.file', ResourcePictureFileRequest, PictureFileView, {
    http: 'GET resources/:resourceId/pictures/:pictureId/:width',
    tag: 'resources',
    summary: 'A picture in one of its widths',
    files: ['image/webp'],
    isFileOnly: true,
  }),
};
