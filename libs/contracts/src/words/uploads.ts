import { mediaTypes } from '@gongxiang/domain';
import { Text, Uuid, Whole } from '../core/fields.js';

export const pictureBytesMax = 10 * 1024 * 1024;
/** Forty-eight megapixels is what phones take; beyond this a small file may be made to fill the memory. */
export const picturePixelsMax = 50_000_000;
/** The widths in which each picture is kept, in pixels; one that is smaller is not enlarged. */
export const pictureWidths = ['320', '800', '1600'] as const;
export type PictureWidth = (typeof pictureWidths)[number];

export const attachmentBytesMax = 10 * 1024 * 1024;
/** What a document is by its content; its name takes the ending of it. */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What a video or a recording is by its content; its name takes the ending of it. */
export const recordingKinds = ['mp4', 'mov', 'mp3', 'm4a'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

const { mp4, mov, mp3, m4a } = mediaTypes;
export const recordingTypes: Readonly<Record<RecordingKind, string>> = { mp4, mov, mp3, m4a };

/** What a video or a recording is by its media type; null of anything else. */
export function recordingKindOf(contentType: string): RecordingKind | null {
  return recordingKinds.find((kind) => recordingTypes[kind] === contentType) ?? null;
}
/** As much as an upload may have. */
export const recordingBytesMax = 20 * 1024 * 1024;

/** Where the bytes are: between the services alone. */
export class PictureFileView {
  @Uuid() fileKey: string;
  @Text({ description: 'SHA-256, in hex' }) sha256: string;
  @Whole() size: number;
}

/** Where the bytes are: between the services alone. */
export class AttachmentFileView {
  @Uuid() fileKey: string;
  @Text({ description: 'SHA-256, in hex' }) sha256: string;
  @Whole() size: number;
  @Text() fileName: string;
  @Text({ description: 'Media type, by the content' }) contentType: string;
}
