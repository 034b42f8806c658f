import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Figure = components['schemas']['FigureView'];
export type FigureImport = components['schemas']['FigureImportView'];
export type SubjectKind = Figure['subject']['kind'];
type Request = components['schemas']['ImportFiguresRequest'];

export const subjectKinds: readonly SubjectKind[] = ['activity', 'club', 'resource', 'union', 'brand'];

export interface FigureFilter {
  readonly subjectKind?: SubjectKind;
  /** A part of the name of the figure. */
  readonly q?: string;
}

/** One page of what files told, newest first. */
export function fetchFigures(filter: FigureFilter): FetchPage<Figure> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/figures', { params: { query: { ...page, ...filter } }, signal }));
}

export function useFigures(filter: FigureFilter) {
  return usePages<Figure>(['figure', 'list', filter], fetchFigures(filter));
}

export function useImportFigures() {
  return useSubmit({
    send: (body: Request, key) =>
      answerOf(api.POST('/api/v1/figures', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['figure'],
  });
}
