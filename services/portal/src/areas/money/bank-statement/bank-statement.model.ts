import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Schemas = components['schemas'];
export type BankStatement = Schemas['BankStatementView'];
export type BankLine = Schemas['BankLineView'];
export type BankSuggestion = Schemas['BankSuggestionView'];

export type BankLineDues = Schemas['BankLineDuesView'];

export const lineViews = ['open', 'used', 'waiting', 'returned', 'all'] as const;
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
export function queryOfView(view: LineView): { used?: boolean; dues?: BankLineDues['state'] } {
  if (view === 'all') return {};
  if (view === 'waiting' || view === 'returned') return { dues: view };
  return { used: view === 'used' };
}

/** What finance may do with a line that is assigned as dues. */
export function duesActs({ state, reason }: Pick<BankLineDues, 'state' | 'reason'>) {
  return {
    mayKeep: state === 'returned' && reason === 'overpaid',
    mayRefund: state === 'returned',
    mayRelease: state !== 'refunded',
  };
}

interface Owing {
  readonly arrears: Schemas['Money'];
  readonly monthly: Schemas['Money'] | null;
}

/** Whether the amount of a line is what somebody owes in all, or for a month; null for another amount. */
export function fitOf({ amount }: Pick<BankLine, 'amount'>, { arrears, monthly }: Owing) {
  if (amount.amount === arrears.amount) return 'arrears';
  return amount.amount === monthly?.amount ? 'monthly' : null;
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
