import type { FileKind } from '../../../kit/upload.model.js';
import { posterOf } from '../../../kit/video-poster.js';
import type { WorkFileKind } from './work.model.js';

const typesOf: Readonly<Record<WorkFileKind, readonly string[]>> = {
  picture: ['image/jpeg', 'image/png', 'image/webp'],
  document: ['application/pdf'],
  video: ['video/mp4', 'video/quicktime'],
  audio: ['audio/mpeg', 'audio/mp4'],
};

/** Browsers call the recordings of phones by several names; the platform looks at the content. */
const endingsOf: Readonly<Partial<Record<WorkFileKind, RegExp>>> = {
  video: /\.(mp4|mov|m4v)$/i,
  audio: /\.(mp3|m4a)$/i,
};

/** What a field takes for a call that takes these kinds. */
export function fileKindOf(kinds: readonly WorkFileKind[]): FileKind {
  const contentTypes = kinds.flatMap((kind) => typesOf[kind]);
  return {
    isLike: ({ name, type }) =>
      contentTypes.includes(type) || kinds.some((kind) => endingsOf[kind]?.test(name) === true),
    contentTypes,
    ...(kinds.includes('video') && {
      pictureOf: (file) => (typesOf.video.includes(file.type) ? posterOf(file) : Promise.resolve(null)),
    }),
  };
}
