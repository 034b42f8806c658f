import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Budget = Schemas['BudgetView'];
export type BudgetSummary = Schemas['BudgetSummaryView'];
export type BudgetReport = Schemas['BudgetReportView'];
export type BudgetState = Budget['state'];
export type BudgetLine = Schemas['BudgetLineDto'];

export interface BudgetFilters {
  readonly state?: BudgetState;
  readonly year?: number;
  readonly union?: string;
}
