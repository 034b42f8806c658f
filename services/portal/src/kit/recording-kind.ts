import type { FileKind } from './upload.model.js';
import { posterOf } from './video-poster.js';

const videoTypes = ['video/mp4', 'video/quicktime'];
const audioTypes = ['audio/mpeg', 'audio/mp4'];
/** Browsers call the recordings of phones by several names; the platform looks at the content. */
const endings = /\.(mp4|mov|m4v|mp3|m4a)$/i;

/** Videos and recordings of phones. */
export const recordingKind: FileKind = {
  isLike: ({ name, type }) => [...videoTypes, ...audioTypes].includes(type) || endings.test(name),
  contentTypes: [...videoTypes, ...audioTypes],
  pictureOf: (file) => (videoTypes.includes(file.type) ? posterOf(file) : Promise.resolve(null)),
};

/** What a field for files asks a device for. */
export const acceptedRecordings = [...videoTypes, ...audioTypes, '.mp4', '.mov', '.m4v', '.mp3', '.m4a'].join(
  ',',
);
