import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Schemas = components['schemas'];
export type BankStatement = Schemas['BankStatementView'];
export type BankLine = Schemas['BankLineView'];
export type BankSuggestion = Schemas['BankSuggestionView'];

export const lineViews = ['open', 'used', 'all'] as const;
export type LineView = (typeof lineViews)[number];

/** Which lines are to be seen, out of the address; at first those that wait for somebody. */
/** What of the lines is to be seen; `q` is empty where nothing is looked for. */
export interface LineFilters {
  readonly view: LineView;
  readonly q: string;
}

export function lineViewOf(search: URLSearchParams): LineView {
  return lineViews.find((view) => view === search.get('view')) ?? 'open';
}

/** What of the lines to ask the platform for. */
export function usedOf(view: LineView): { used?: boolean } {
  return view === 'all' ? {} : { used: view === 'used' };
}

/** Once something of it was used it stays. */
export function mayUndo(
  { state, usedCount }: Pick<BankStatement, 'state' | 'usedCount'>,
  isFinance: boolean,
): boolean {
  return isFinance && state === 'imported' && usedCount === 0;
}

/** An export of a bank is told by its name before it is sent: browsers do not agree on the type of .csv. */
export const statementKind: FileKind = {
  isLike: ({ name }) => /\.(csv|txt)$/i.test(name),
  contentTypes: ['text/csv'],
};
