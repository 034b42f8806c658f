import type { components } from '../../../api/schema.js';

export type Figure = components['schemas']['FigureView'];
export type FigureImport = components['schemas']['FigureImportView'];

export interface FigureFilter {
  readonly subjectKind?: Figure['subject']['kind'];
  /** A part of the name of the figure. */
  readonly q?: string;
}
