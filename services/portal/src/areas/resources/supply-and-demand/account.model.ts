import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Account = Schemas['GivenAndReceivedView'];
/** The figures of what one union gives another. */
export const figures = ['loans', 'hours', 'seats'] as const;
export type Figure = (typeof figures)[number];
export type Edge = Schemas['LendingEdgeView'];
