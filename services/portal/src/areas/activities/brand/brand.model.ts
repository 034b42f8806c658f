import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Brand = Schemas['BrandView'];
export type BrandLine = Schemas['BrandLineView'];
export type Edition = Schemas['BrandEditionView'];
export type BrandYear = Schemas['BrandYearView'];
export type SuggestedRule = Schemas['SuggestedRuleView'];
export type AdoptionRequest = Schemas['AdoptionRequestView'];
