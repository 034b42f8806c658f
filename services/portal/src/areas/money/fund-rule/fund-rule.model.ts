import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Breach = Schemas['FundBreachView'];
export type Override = Schemas['FundRuleOverrideView'];
export type TrialBreach = Schemas['TrialBreachView'];
export type RuleCheck = Schemas['FundRuleCheckView'];
