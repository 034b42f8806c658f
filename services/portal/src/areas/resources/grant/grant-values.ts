import type { components } from '../../../api/schema.js';
import { fenOf, instantOf, localTimeOf, yuanOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { addDays } from '../resource/availability.js';

type Schemas = components['schemas'];
export type Grant = Schemas['GrantView'];
export type Grantee = Schemas['GranteeDto'];
type Body = Schemas['CreateGrantBody'];
type Named = Schemas['NamedPartyView'];
type Terms = Omit<Body, 'to'>;

export const granteeKinds = [
  'everyone',
  'sizeClass',
  'union',
  'subtree',
  'neighbours',
  'party',
  'club',
] as const satisfies Grantee['kind'][];
export const sizeClasses = ['micro', 'small', 'medium', 'large', 'unclassified'] as const;
export const approvals = ['custodian', 'automatic'] as const satisfies Body['approval'][];
export const silences = ['refuse', 'approve'] as const;
export const prices = ['free', 'costShare', 'fee'] as const satisfies Body['price']['kind'][];
export const feeUnits = ['hour', 'day', 'loan'] as const;
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const nearnesses = ['withinKm', 'samePark'] as const;
/** The bounds of the figures, as the platform holds them. */
export const figures = {
  withinKm: 500,
  decideWithinHours: 720,
  hoursPerMonth: 744,
  loansPerMonth: 1_000,
  piecesPerMonth: 100_000,
} as const;

/** The values of the form; days are calendar days, both included, and figures are as typed. */
export interface GrantFormValues {
  readonly to?: {
    readonly kind?: Grantee['kind'];
    readonly unionId?: Named;
    readonly sizeClass?: (typeof sizeClasses)[number];
    readonly party?: Named;
    readonly clubId?: Named;
    readonly nearness?: (typeof nearnesses)[number];
    readonly withinKm?: string;
    readonly onlySizes?: (typeof sizeClasses)[number][];
    readonly exceptUnionIds?: readonly { readonly id: string; readonly name: string }[];
  };
  readonly from?: string;
  readonly until?: string;
  readonly approval?: Body['approval'];
  readonly decideWithinHours?: string;
  readonly onSilence?: (typeof silences)[number];
  readonly price?: {
    readonly kind?: Body['price']['kind'];
    readonly text?: string;
    readonly fee?: string;
    readonly per?: (typeof feeUnits)[number];
    readonly deposit?: string;
  };
  readonly businesses?: Body['businesses'] & object;
  readonly times?: {
    readonly weekdays?: (typeof weekdays)[number][];
    readonly from?: string;
    readonly until?: string;
  };
  readonly quota?: {
    readonly hoursPerMonth?: string;
    readonly loansPerMonth?: string;
    readonly piecesPerMonth?: string;
  };
}

/** The request; null while something is missing. */
export function grantOf(values: GrantFormValues): Body | null {
  const to = granteeOf(values.to);
  const terms = termsOf(values);
  return to === null || terms === null ? null : { to, ...terms };
}

/** The body of an edit: everything but whom the right reaches. */
export function termsOf(values: GrantFormValues): Terms | null {
  const { from, until, approval, decideWithinHours, onSilence, times, quota, businesses } = values;
  const price = priceOf(values.price);
  if (price === null || approval === undefined || !from || !until) return null;
  const isDecided = approval === 'custodian';
  return {
    from: instantOf(`${from}T00:00`),
    until: instantOf(`${addDays(until, 1)}T00:00`),
    approval,
    price,
    businesses: businesses ?? [],
    times: timesOf(times),
    quota: quotaOf(quota),
    decideWithinHours: isDecided ? figureOf(decideWithinHours, 'decideWithinHours') : null,
    onSilence: isDecided ? (onSilence ?? null) : null,
  };
}

/** A right as values of the form. */
export function formOf(grant: Grant): GrantFormValues {
  return {
    from: localTimeOf(grant.from).slice(0, 10),
    until: addDays(localTimeOf(grant.until).slice(0, 10), -1),
    approval: grant.approval,
    decideWithinHours: String(grant.decideWithinHours),
    onSilence: grant.onSilence,
    price: priceForm(grant.price),
    businesses: [...grant.businesses],
    times: timesForm(grant.times),
    quota: quotaForm(grant.quota),
  };
}

function priceForm({ kind, text, fee, per, deposit }: Grant['price']): GrantFormValues['price'] & object {
  return {
    kind,
    ...(text ? { text } : {}),
    ...(fee && per ? { fee: yuanOf(fee.amount), per } : {}),
    ...(deposit ? { deposit: yuanOf(deposit.amount) } : {}),
  };
}

function timesForm(times: Grant['times']): GrantFormValues['times'] & object {
  if (times === null) return { weekdays: [] };
  const { weekdays: days, from, until } = times;
  return { weekdays: [...days], ...(from && until ? { from, until } : {}) };
}

function quotaForm(quota: Grant['quota']): GrantFormValues['quota'] & object {
  const { hoursPerMonth, loansPerMonth, piecesPerMonth } = quota ?? {};
  return {
    ...(hoursPerMonth ? { hoursPerMonth: String(hoursPerMonth) } : {}),
    ...(loansPerMonth ? { loansPerMonth: String(loansPerMonth) } : {}),
    ...(piecesPerMonth ? { piecesPerMonth: String(piecesPerMonth) } : {}),
  };
}

/** Whom the right reaches; null while that is incomplete. */
export function granteeOf(to: GrantFormValues['to']): Grantee | null {
  const named = namedOf(to);
  if (named === null) return null;
  const onlySizes = to?.onlySizes ?? [];
  const exceptUnionIds = (to?.exceptUnionIds ?? []).map(({ id }) => id);
  return {
    ...named,
    ...(onlySizes.length === 0 ? {} : { onlySizes }),
    ...(exceptUnionIds.length === 0 ? {} : { exceptUnionIds }),
  };
}

type To = NonNullable<GrantFormValues['to']>;

const namedBy: Readonly<Record<Grantee['kind'], (to: To) => Omit<Grantee, 'kind'> | null>> = {
  everyone: () => ({}),
  union: ({ unionId }) => (unionId ? { unionId: unionId.id } : null),
  subtree: ({ unionId }) => (unionId ? { unionId: unionId.id } : null),
  sizeClass: ({ sizeClass }) => (sizeClass ? { sizeClass } : null),
  party: ({ party }) => (party ? { party: { kind: party.kind, id: party.id } } : null),
  club: ({ clubId }) => (clubId ? { clubId: clubId.id } : null),
  neighbours: neighboursOf,
};

function namedOf(to: GrantFormValues['to']): Grantee | null {
  if (to?.kind === undefined) return null;
  const named = namedBy[to.kind](to);
  return named === null ? null : { kind: to.kind, ...named };
}

function neighboursOf({ nearness, withinKm }: To): Omit<Grantee, 'kind'> | null {
  if (nearness === 'samePark') return { neighbours: { samePark: true } };
  const figure = figureOf(withinKm, 'withinKm');
  return figure === null ? null : { neighbours: { withinKm: figure } };
}

function priceOf(price: GrantFormValues['price']): Body['price'] | null {
  if (price?.kind === undefined) return null;
  const charge = chargeOf(price.kind, price);
  const deposit = moneyOf(price.deposit);
  return charge === null ? null : { ...charge, ...(deposit === null ? {} : { deposit }) };
}

function chargeOf(
  kind: Body['price']['kind'],
  { text, fee, per }: NonNullable<GrantFormValues['price']>,
): Body['price'] | null {
  const words = (text ?? '').trim();
  if (kind === 'costShare' && words !== '') return { kind, text: words };
  if (kind !== 'fee') return { kind };
  const money = moneyOf(fee);
  return money === null || per === undefined ? null : { kind, fee: money, per };
}

function moneyOf(yuanText: string | undefined) {
  const amount = fenOf(yuanText ?? '');
  return amount === null ? null : { amount, currency: 'CNY' as const };
}

function timesOf(times: GrantFormValues['times']): Body['times'] {
  const { weekdays: days = [], from, until } = times ?? {};
  if (days.length === 0 && !from && !until) return null;
  return { weekdays: days, ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

function quotaOf(quota: GrantFormValues['quota']): Body['quota'] {
  const hoursPerMonth = figureOf(quota?.hoursPerMonth, 'hoursPerMonth');
  const loansPerMonth = figureOf(quota?.loansPerMonth, 'loansPerMonth');
  const piecesPerMonth = figureOf(quota?.piecesPerMonth, 'piecesPerMonth');
  const figuresSaid = { hoursPerMonth, loansPerMonth, piecesPerMonth };
  return Object.values(figuresSaid).every((one) => one === null) ? null : figuresSaid;
}

function figureOf(text: string | undefined, name: keyof typeof figures): number | null {
  return wholeNumberOf(text, 1, figures[name]);
}
