import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Schemas = components['schemas'];
export type BankStatement = Schemas['BankStatementView'];
export type BankLine = Schemas['BankLineView'];
export type BankSuggestion = Schemas['BankSuggestionView'];

export const lineViews = ['open', 'used', 'all'] as const;
export type LineView = (typeof lineViews)[number];

/** Which lines are shown; `q` is empty where nothing is searched. */
export interface LineFilters {
  readonly view: LineView;
  readonly q: string;
}

/** The view in the address; without one, the lines that wait for somebody. */
export function lineViewOf(search: URLSearchParams): LineView {
  return lineViews.find((view) => view === search.get('view')) ?? 'open';
}

/** The view as the platform is asked for it. */
export function usedOf(view: LineView): { used?: boolean } {
  return view === 'all' ? {} : { used: view === 'used' };
}

/** A statement stays once a line of it was used. */
export function mayUndo(
  { state, usedCount }: Pick<BankStatement, 'state' | 'usedCount'>,
  isFinance: boolean,
): boolean {
  return isFinance && state === 'imported' && usedCount === 0;
}

/** Recognised by name, because browsers do not agree on the type of .csv. */
export const statementKind: FileKind = {
  isLike: ({ name }) => /\.(csv|txt)$/i.test(name),
  contentTypes: ['text/csv'],
};
