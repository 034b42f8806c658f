import { command, query, slow } from '../contract.js';
import { ListOf, OneOf, Text, Uuid, UuidList } from '../fields.js';
import {
  PictureFileView,
  PictureView,
  type PictureWidth,
  pictureWidths,
  RemovedPictureView,
} from './activity-picture.contract.js';
import { GetResourceRequest } from './resource.contract.js';

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
  add: slow(command('sharing.resource-picture.add', AddResourcePictureRequest, PictureView)),
  list: query('sharing.resource-picture.list', GetResourceRequest, ResourcePicturesView),
  arrange: command('sharing.resource-picture.arrange', ArrangeResourcePicturesRequest, ResourcePicturesView),
  edit: command('sharing.resource-picture.edit', EditResourcePictureRequest, PictureView),
  remove: command('sharing.resource-picture.remove', ResourcePictureIdRequest, ResourcePicturesView),
  restore: command('sharing.resource-picture.restore', ResourcePictureIdRequest, ResourcePicturesView),
  file: query('sharing.resource-picture.file', ResourcePictureFileRequest, PictureFileView),
};
