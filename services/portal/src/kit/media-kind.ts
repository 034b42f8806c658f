import type { FileKind } from './upload.model.js';
import { posterOf } from './video-poster.js';

type MediaKind = 'picture' | 'document' | 'video' | 'audio';

const typesOf: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['image/jpeg', 'image/png', 'image/webp'],
  document: ['application/pdf'],
  video: ['video/mp4', 'video/quicktime'],
  audio: ['audio/mpeg', 'audio/mp4'],
};

/** Browsers call the recordings of phones by several names; the platform looks at the content. */
const endingsOf: Readonly<Partial<Record<MediaKind, readonly string[]>>> = {
  video: ['.mp4', '.mov', '.m4v'],
  audio: ['.mp3', '.m4a'],
};

/** What a field takes that takes these kinds. */
export function fileKindOf(kinds: readonly MediaKind[]): FileKind {
  const contentTypes = kinds.flatMap((kind) => typesOf[kind]);
  const endings = kinds.flatMap((kind) => endingsOf[kind] ?? []);
  return {
    isLike: ({ name, type }) =>
      contentTypes.includes(type) || endings.some((ending) => name.toLowerCase().endsWith(ending)),
    contentTypes,
    ...(kinds.includes('video') && {
      pictureOf: (file) => (typesOf.video.includes(file.type) ? posterOf(file) : Promise.resolve(null)),
    }),
  };
}

const recordings = ['video', 'audio'] as const;

/** Videos and recordings of phones. */
export const recordingKind = fileKindOf(recordings);

/** What a field for them asks a device for. */
export const acceptedRecordings = recordings
  .flatMap((kind) => [...typesOf[kind], ...(endingsOf[kind] ?? [])])
  .join(',');
