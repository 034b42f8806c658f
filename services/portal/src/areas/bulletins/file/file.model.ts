import type { components } from '../../../api/schema.js';

type Bulletin = components['schemas']['BulletinView'];
type BulletinSummary = components['schemas']['BulletinSummary'];

export type BulletinPicture = Bulletin['pictures'][number];
export type BulletinAttachment = Bulletin['attachments'][number];
export type PictureWidth = '320' | '800' | '1600';
export const pictureWidths: readonly PictureWidth[] = ['320', '800', '1600'];

/** What decides who may see what a bulletin shows. */
export type Shower = Pick<BulletinSummary, 'id' | 'state' | 'audience' | 'shownFrom' | 'shownUntil'>;

/** Does anybody see it at this moment, also without signing in? @param now in milliseconds */
export function isForAnybody(
  { state, audience, shownFrom, shownUntil }: Omit<Shower, 'id'>,
  now: number,
): boolean {
  const hasBegun = shownFrom !== null && Date.parse(shownFrom) <= now;
  const isOver = shownUntil !== null && Date.parse(shownUntil) <= now;
  return state === 'published' && audience === 'public' && hasBegun && !isOver;
}

/** Where a picture is. @param isPublic it can be had without signing in */
export function pictureAddress(
  bulletinId: string,
  fileId: string,
  { width, isPublic }: { readonly width: PictureWidth; readonly isPublic: boolean },
): string {
  return `${addressOf(bulletinId, isPublic)}/pictures/${fileId}/${width}`;
}

/** All widths of a picture, as `srcset` has them. */
export function pictureSet(bulletinId: string, fileId: string): string {
  return pictureWidths
    .map((width) => `${pictureAddress(bulletinId, fileId, { width, isPublic: true })} ${width}w`)
    .join(', ');
}

export function attachmentAddress(bulletinId: string, fileId: string, isPublic: boolean): string {
  return `${addressOf(bulletinId, isPublic)}/attachments/${fileId}`;
}

function addressOf(bulletinId: string, isPublic: boolean): string {
  return `/api/v1/${isPublic ? 'public/' : ''}bulletins/${bulletinId}`;
}

/** What bulletins show. */
export const fileLists = ['pictures', 'attachments'] as const;
/** What lessons show. */
export const lessonFileLists = [...fileLists, 'recordings'] as const;
export type FileList = (typeof lessonFileLists)[number];
export const filesMax: Readonly<Record<FileList, number>> = { pictures: 9, attachments: 10, recordings: 3 };
export const altMax = 200;
export const attachmentTitleMax = 100;

/** A file of a form: one that is there already, or one that was chosen on this device and is on its way. */
export interface ChosenFile {
  /** Of this form, as long as it is open. */
  readonly key?: string;
  /** As the platform knows it; undefined until it has come there. */
  readonly fileId?: string;
  readonly file?: File;
}

export interface PictureValue extends ChosenFile {
  readonly alt?: string;
}

export interface AttachmentValue extends ChosenFile {
  readonly title?: string;
  readonly kind?: BulletinAttachment['kind'];
  /** Bytes. */
  readonly size?: number;
}

export interface RecordingValue extends ChosenFile {
  readonly title?: string;
  readonly kind?: components['schemas']['BulletinRecordingView']['kind'];
  /** Bytes. */
  readonly size?: number;
}

type RecordingKind = NonNullable<RecordingValue['kind']>;
const recordingKinds: readonly string[] = ['mp4', 'mov', 'mp3', 'm4a'] satisfies readonly RecordingKind[];

export function isRecordingKind(kind: string): kind is RecordingKind {
  return recordingKinds.includes(kind);
}

/** A document or a recording, as its line tells of it. */
export type NamedValue = ChosenFile & {
  readonly title?: string;
  readonly kind?: AttachmentValue['kind'] | RecordingValue['kind'];
  readonly size?: number;
};

type Views = components['schemas'];
export type AddedFile = (
  | Views['AddedBulletinPictureView']
  | Views['AddedBulletinAttachmentView']
  | Views['AddedBulletinRecordingView']
) &
  Pick<NamedValue, 'title' | 'kind' | 'size'>;

interface FileValues {
  readonly pictures: readonly PictureValue[];
  readonly attachments: readonly AttachmentValue[];
}

/** What a bulletin shows, as its form begins with it. */
export function fileValuesOf({
  pictures,
  attachments,
}: Pick<Bulletin, (typeof fileLists)[number]>): FileValues {
  return {
    pictures: pictures.map(({ fileId, alt }) => ({ key: fileId, fileId, alt })),
    attachments: attachments.map((one) => ({ key: one.fileId, ...one })),
  };
}

type Words = components['schemas']['ChangeBulletinBody'];

/** What is sent of the files of a form, in their order; the form holds back as long as one is on its way. */
export function filesOf({ pictures, attachments }: FileValues): {
  readonly pictures: NonNullable<Words['pictures']>;
  readonly attachments: NonNullable<Words['attachments']>;
} {
  return {
    pictures: pictures.flatMap(({ fileId, alt = '' }) =>
      fileId === undefined ? [] : [{ fileId, alt: alt.trim() }],
    ),
    attachments: attachments.flatMap(({ fileId, title = '' }) =>
      fileId === undefined ? [] : [{ fileId, title: title.trim() }],
    ),
  };
}

/** What is sent of the videos and recordings of a lesson. */
export function recordingsOf(
  recordings: readonly RecordingValue[],
): { readonly fileId: string; readonly title: string }[] {
  return recordings.flatMap(({ fileId, title = '' }) =>
    fileId === undefined ? [] : [{ fileId, title: title.trim() }],
  );
}

/** Of files that were chosen, those for which there is room, and how many are left. */
export function roomFor<File>(
  chosen: readonly File[],
  there: number,
  max: number,
): { readonly taken: readonly File[]; readonly left: number } {
  const taken = chosen.slice(0, Math.max(0, max - there));
  return { taken, left: chosen.length - taken.length };
}

/** Whose turn it is to be sent: one after the other, so that a phone's network carries one at a time. */
export function turnIn(files: readonly ChosenFile[], halted: ReadonlySet<string>): string | undefined {
  return files.find(({ fileId, key }) => fileId === undefined && key !== undefined && !halted.has(key))?.key;
}

/** Where the reader stands after one of several was removed: at what took its place, or at the last; null where none is left. */
export function placeAfterRemoval(index: number, count: number): number | null {
  return count <= 1 ? null : Math.min(index, count - 2);
}
