import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Views = components['schemas'];
export type Work = Views['WorkView'];
export type WorkLine = Views['WorkLine'];
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

/** Where a file of a work is. */
export function filePath(workId: string, { id }: Pick<WorkFile, 'id'>): string {
  return `/api/v1/works/${workId}/files/${id}`;
}

/** Where the preview of a picture is. */
export function previewPath(workId: string, file: Pick<WorkFile, 'id'>): string {
  return `${filePath(workId, file)}/preview`;
}

/** Where a picture is in its smallest size: those sent before there were previews have only one. */
export function smallPath(workId: string, file: Pick<WorkFile, 'id' | 'hasPreview'>): string {
  return file.hasPreview ? previewPath(workId, file) : filePath(workId, file);
}

const typesOf: Readonly<Record<WorkFileKind, readonly string[]>> = {
  picture: ['image/jpeg', 'image/png', 'image/webp'],
  document: ['application/pdf'],
};

/** What a field takes for a call that takes these kinds. */
export function fileKindOf(kinds: readonly WorkFileKind[]): FileKind {
  const contentTypes = kinds.flatMap((kind) => typesOf[kind]);
  return { isLike: ({ type }) => contentTypes.includes(type), contentTypes };
}

/** What is sent of a file that is there already; of a long name the end, which has its kind. */
export function fileBody({ key, name }: { readonly key: string; readonly name: string }): {
  fileKey: string;
  name: string;
} {
  return { fileKey: key, name: name.slice(-fileNameMax) };
}

/** Whoever is not to know whose it is, is not to read it in the name of a file. */
export function knowsAuthor({ isMine, authorName }: Pick<WorkLine, 'isMine' | 'authorName'>): boolean {
  return isMine || authorName !== null;
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
