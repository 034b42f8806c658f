import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Account = Schemas['GivenAndReceivedView'];
/** The figures of what one union gives another. */
export const figures = ['loans', 'hours', 'seats'] as const;
export type Figure = (typeof figures)[number];

/** The figures of which something was given or received; what nobody shares is no row of noughts. */
export function sharedFigures({ given, received }: Pick<Account, 'given' | 'received'>): readonly Figure[] {
  return figures.filter((figure) => given[figure] > 0 || received[figure] > 0);
}
export type Edge = Schemas['LendingEdgeView'];
