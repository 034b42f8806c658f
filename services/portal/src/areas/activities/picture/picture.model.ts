import type { components } from '../../../api/schema.js';

export type Picture = components['schemas']['PictureView'];
export type Pictures = components['schemas']['PicturesView'];
