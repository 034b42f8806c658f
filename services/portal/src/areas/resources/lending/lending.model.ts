import type { Input, Operation } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import type { Command } from '../../../api/use-command.js';

type Schemas = components['schemas'];
export type Hours = Schemas['OpeningHoursView'];
export type HoursBody = Schemas['SetOpeningHoursBody'];
export type Rule = Schemas['LendingRuleView'];
export type Effect = Schemas['LendingEffectView'];
export type RuleBody = Schemas['SetLendingRuleBody'];
export type LoanSeries = Schemas['LoanSeriesView'];
export type LoanSeriesPreview = Schemas['LoanSeriesPreviewView'];
export type LoanSeriesWish = Schemas['CreateLoanSeriesRequest'];
export type Wait = Schemas['LoanWaitView'];

export type SetHours = Command<Input<Operation<'put', '/resources/{resourceId}/opening-hours'>>, unknown>;
export type SetRule = Command<Input<Operation<'put', '/resources/{resourceId}/lending-rule'>>, unknown>;
