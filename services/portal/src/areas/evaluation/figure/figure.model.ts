import type { components } from '../../../api/schema.js';

export type Figure = components['schemas']['FigureView'];
export type FigureImport = components['schemas']['FigureImportView'];
export type SubjectKind = Figure['subject']['kind'];

export const subjectKinds: readonly SubjectKind[] = ['activity', 'club', 'resource', 'union', 'brand'];

export interface FigureFilter {
  readonly subjectKind?: SubjectKind;
  /** A part of the name of the figure. */
  readonly q?: string;
}
