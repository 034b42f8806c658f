import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Closure = Schemas['ClosureView'];
export type ClosureState = Closure['state'];
export type EndedParty = Schemas['EndedPartyView'];

export const closureStates = ['proposed', 'closed', 'withdrawn'] as const satisfies ClosureState[];
