export { bareMedia } from './bare-media.js';
export { BarePictures } from './bare-picture.js';
export { checkDocument } from './document-check.js';
export { type CheckedDocument, DocumentFiles } from './document-files.js';
export { mediaTypes, savedName, titleOf } from './document-rules.js';
export { type PictureFile, PictureFiles, type RenderedPicture } from './picture-files.js';
