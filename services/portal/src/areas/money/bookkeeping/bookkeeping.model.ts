import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type BookkeepingMandate = Schemas['BookkeepingMandateView'];
export type BookkeepingUse = Schemas['BookkeepingUseView'];
export type Side = 'given' | 'taken';

const acts = {
  'settlement.cost-pool.create': 'create',
  'settlement.cost-pool.add-item': 'addItem',
  'settlement.cost-pool.remove-item': 'removeItem',
  'settlement.cost-pool.compute-shares': 'compute',
  'settlement.cost-pool.submit': 'submit',
  'settlement.cost-pool.approve': 'approve',
  'settlement.cost-pool.return': 'return',
  'settlement.payment.confirm-sent': 'sent',
  'settlement.payment.confirm-received': 'received',
} as const;
type Act = (typeof acts)[keyof typeof acts] | 'other';

/** The act, by the platform's name for it. */
export function actOf(action: string): Act {
  return Object.hasOwn(acts, action) ? acts[action as keyof typeof acts] : 'other';
}

/** The page that shows it. */
export function pathOf({ kind, aboutId }: Pick<BookkeepingUse, 'kind' | 'aboutId'>): string {
  if (kind === 'payment') return '/payments';
  return kind === 'costPool' ? `/cost-pools/${aboutId}` : `/activities/${aboutId}`;
}
