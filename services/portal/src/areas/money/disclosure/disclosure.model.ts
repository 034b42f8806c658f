import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Disclosure = Schemas['DisclosureView'];
export type DisclosureSummary = Schemas['DisclosureSummaryView'];
export type DisclosureContent = Schemas['DisclosureContentView'];
