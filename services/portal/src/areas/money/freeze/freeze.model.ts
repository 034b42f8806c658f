import type { components } from '../../../api/schema.js';

export type Freeze = components['schemas']['PartyFreezeView'];
