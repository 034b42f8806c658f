import type { components } from '../../../api/schema.js';
import type { UploadedFile } from '../../../kit/use-upload.js';

type Views = components['schemas'];
export type Work = Views['WorkView'];
export type WorkLine = Views['WorkLine'];
export type OwnWorkLine = Views['OwnWorkLine'];
export type WorkFile = Views['WorkFileLine'];
export type WorkState = WorkLine['state'];
export type WorkAct = Work['acts'][number]['act'];
/** Which files a call takes. */
export type WorkFileKind = Views['WorksCallView']['fileKinds'][number];

export const workStates = [
  'sent',
  'admitted',
  'refused',
  'withdrawn',
] as const satisfies readonly WorkState[];

export const workTitleMax = 100;
export const workTextMax = 5_000;
export const workFilesMax = 5;
/** As many characters of the name of a file are kept. */
const fileNameMax = 200;

export function mayDo({ acts }: Pick<Work, 'acts'>, act: WorkAct): boolean {
  return acts.some((one) => one.act === act);
}

export function isPicture({ contentType }: Pick<WorkFile, 'contentType'>): boolean {
  return contentType.startsWith('image/');
}

export function isVideo({ contentType }: Pick<WorkFile, 'contentType'>): boolean {
  return contentType.startsWith('video/');
}

export function isRecording(file: Pick<WorkFile, 'contentType'>): boolean {
  return isVideo(file) || file.contentType.startsWith('audio/');
}

/** Where a file of a work is. @param isPublic for whoever is not signed in */
export function filePath(workId: string, { id }: Pick<WorkFile, 'id'>, isPublic = false): string {
  return `/api/v1/${isPublic ? 'public/' : ''}works/${workId}/files/${id}`;
}

/** Where the preview of a picture is, or that of a video. */
export function previewPath(workId: string, file: Pick<WorkFile, 'id'>, isPublic = false): string {
  return `${filePath(workId, file, isPublic)}/preview`;
}

/** Where a picture is in its smallest size: those sent before there were previews have only one. */
export function smallPath(
  workId: string,
  file: Pick<WorkFile, 'id' | 'hasPreview'>,
  isPublic = false,
): string {
  return file.hasPreview ? previewPath(workId, file, isPublic) : filePath(workId, file, isPublic);
}

/** What is sent of a file that is there already; of a long name the end, which has its kind. */
export function fileBody({ key, name, pictureKey }: Pick<UploadedFile, 'key' | 'name' | 'pictureKey'>): {
  fileKey: string;
  posterKey?: string;
  name: string;
} {
  const poster = pictureKey === undefined ? {} : { posterKey: pictureKey };
  return { fileKey: key, ...poster, name: name.slice(-fileNameMax) };
}

/** Whoever is not to know whose it is, is not to read it in the name of a file. */
export function knowsAuthor({ isMine, authorName }: Pick<WorkLine, 'isMine' | 'authorName'>): boolean {
  return isMine || authorName !== null;
}

/** What its author waits for, or what has become of a work that has no place. */
export type NextOfWork =
  'cancelled' | 'admission' | 'refused' | 'withdrawn' | 'judging' | 'result' | 'noPlace';

export function nextOf({ state, worksCallState }: Pick<WorkLine, 'state' | 'worksCallState'>): NextOfWork {
  if (state === 'refused' || state === 'withdrawn') return state;
  if (worksCallState === 'cancelled') return 'cancelled';
  if (state === 'sent') return 'admission';
  if (worksCallState === 'awarded') return 'noPlace';
  return worksCallState === 'open' || worksCallState === 'draft' ? 'judging' : 'result';
}

const undecidedIn: readonly WorkLine['worksCallState'][] = ['open', 'judging', 'closing'];

/** Is the reader one of the officers who decide on the works of the call? Until the result stands they alone see whose a work is. */
export function isForOfficer({ isMine, authorName, worksCallState }: WorkLine): boolean {
  return !isMine && authorName !== null && undecidedIn.includes(worksCallState);
}

/** Scores are in hundredths of a point. */
export function pointsOf(hundredths: number): number {
  return hundredths / 100;
}
