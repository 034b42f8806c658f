import { activitiesWaits } from './activities.js';
import { affairsWaits } from './affairs.js';
import { addressesWaits } from './addresses.js';
import { evaluationWaits } from './evaluation.js';
import { lendingWaits } from './lending.js';
import { membershipWaits } from './membership.js';
import { moneyWaits } from './money.js';
import { seatsWaits } from './seats.js';
import type { WaitsOf } from './state-waits.js';

/** Of every thing that has states, by the name of their list in the contracts: whom each state waits for. */
export const pendingStates: Readonly<Record<string, WaitsOf<string>>> = {
  ...activitiesWaits,
  ...addressesWaits,
  ...affairsWaits,
  ...evaluationWaits,
  ...lendingWaits,
  ...membershipWaits,
  ...moneyWaits,
  ...seatsWaits,
};
