import type { components } from '../../api/schema.js';
import { instantOf } from '../../i18n/format.js';
import { addDays } from './availability.js';

type Schemas = components['schemas'];
export type Grantee = Schemas['GranteeDto'];
type Body = Schemas['CreateGrantBody'];

export const granteeKinds = [
  'everyone',
  'union',
  'subtree',
  'sizeClass',
] as const satisfies Grantee['kind'][];
export const sizeClasses = ['micro', 'small', 'medium', 'large', 'unclassified'] as const;
export const approvals = ['custodian', 'automatic'] as const satisfies Body['approval'][];
export const prices = ['free', 'costShare'] as const satisfies Body['price']['kind'][];

/** The fields by the names of the request. Days are calendar days, both included. */
export interface GrantFormValues {
  readonly to?: {
    readonly kind?: Grantee['kind'];
    readonly unionId?: Schemas['NamedPartyView'];
    readonly sizeClass?: (typeof sizeClasses)[number];
  };
  readonly from?: string;
  readonly until?: string;
  readonly approval?: Body['approval'];
  readonly price?: { readonly kind?: Body['price']['kind']; readonly text?: string };
}

export const grantFields = [
  ...['to/kind', 'to/unionId', 'to/sizeClass', 'from', 'until'],
  ...['approval', 'price/kind', 'price/text'],
];

/** The request; null as long as something is missing. */
export function grantOf({ to, from, until, approval, price }: GrantFormValues): Body | null {
  const grantee = granteeOf(to);
  const cost = priceOf(price);
  if (grantee === null || cost === null || approval === undefined || !from || !until) return null;
  return {
    to: grantee,
    from: instantOf(`${from}T00:00`),
    until: instantOf(`${addDays(until, 1)}T00:00`),
    approval,
    price: cost,
  };
}

function granteeOf(to: GrantFormValues['to']): Grantee | null {
  switch (to?.kind) {
    case undefined:
      return null;
    case 'union':
    case 'subtree':
      return { kind: to.kind, unionId: to.unionId?.id ?? null };
    case 'sizeClass':
      return { kind: to.kind, sizeClass: to.sizeClass ?? null };
    case 'everyone':
      return { kind: to.kind };
  }
}

function priceOf(price: GrantFormValues['price']): Body['price'] | null {
  if (price?.kind === undefined) return null;
  const text = (price.text ?? '').trim();
  return { kind: price.kind, ...(price.kind === 'costShare' && text !== '' ? { text } : {}) };
}
