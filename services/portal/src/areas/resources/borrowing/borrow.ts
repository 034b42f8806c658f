import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { lentQuantityOf } from '../stock/lent-quantity.js';
import type { HoldWish } from './use-hold.js';
import { picked, type Picking, type Span } from '../resource/availability.js';

type Body = components['schemas']['CreateLoanRequest'];
export type NamedParty = components['schemas']['NamedPartyView'];

/** The fields, named as in the request, so that a refusal finds its field. Times as clocks in China show them. */
export interface BorrowForm {
  readonly resourceId?: string;
  readonly borrowerUnionId?: NamedParty;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly purpose?: string;
  readonly quantity?: string;
  readonly overrideReason?: string;
  /** The purpose, where the right is limited to some. */
  readonly business?: NonNullable<Body['business']>;
  /** The accepted version of the conditions of use. */
  readonly conditionsVersion?: number;
}

export const borrowFields = [
  'resourceId',
  'borrowerUnionId',
  'startsAt',
  'endsAt',
  'purpose',
  'business',
  'quantity',
  'overrideReason',
  'conditionsVersion',
];

/** What the address may hold: a need or an activity that the loan serves, and a time. */
export interface BorrowOrigin {
  readonly needId: string | null;
  readonly activityId: string | null;
  readonly span: Span | null;
}

const uuid = /^[0-9a-f-]{36}$/i;

export function originOf(search: URLSearchParams): BorrowOrigin {
  const id = (name: string): string | null => (uuid.test(search.get(name) ?? '') ? search.get(name) : null);
  const start = Date.parse(search.get('from') ?? '');
  const end = Date.parse(search.get('to') ?? '');
  return { needId: id('need'), activityId: id('activity'), span: start < end ? { start, end } : null };
}

/** In an address: the page opens at its form. */
export const atForm = '#borrow';

/** The address at which a resource is borrowed for a need. */
export function borrowAddress(
  resourceId: string,
  need: { readonly id: string; readonly windows: readonly { readonly from: string; readonly to: string }[] },
): string {
  const [window] = need.windows;
  const search = new URLSearchParams({ need: need.id });
  if (window !== undefined) {
    search.set('from', window.from);
    search.set('to', window.to);
    search.set('day', localTimeOf(window.from).slice(0, 10));
  }
  return `/resources/${resourceId}?${search.toString()}${atForm}`;
}

/** The address at which the own union is asked to borrow a resource, at the time that was tapped. */
export function askUnionAddress(resourceId: string, span: Span | null): string {
  const search = new URLSearchParams({ resource: resourceId });
  if (span !== null) {
    search.set('from', new Date(span.start).toISOString());
    search.set('to', new Date(span.end).toISOString());
  }
  return `/needs/new?${search.toString()}`;
}

/** The time in the fields; null while there is none. */
export function spanOf({ startsAt, endsAt }: Pick<BorrowForm, 'startsAt' | 'endsAt'>): Span | null {
  if (!isLocal(startsAt) || !isLocal(endsAt)) return null;
  const span = { start: Date.parse(instantOf(startsAt)), end: Date.parse(instantOf(endsAt)) };
  return span.start < span.end ? span : null;
}

/** The time to hold while the form is filled in; null while the union or the time is missing. */
export function wishOf(values: BorrowForm): HoldWish | null {
  const { resourceId, borrowerUnionId } = values;
  const span = spanOf(values);
  if (resourceId === undefined || borrowerUnionId === undefined || span === null) return null;
  return {
    resourceId,
    borrowerUnionId: borrowerUnionId.id,
    span,
    quantity: lentQuantityOf(values.quantity) ?? 1,
  };
}

export function fieldsOf({ start, end }: Span): Required<Pick<BorrowForm, 'startsAt' | 'endsAt'>> {
  return {
    startsAt: localTimeOf(new Date(start).toISOString()),
    endsAt: localTimeOf(new Date(end).toISOString()),
  };
}

/** A tap in the calendar on top of what the fields hold now. */
export function tapped(before: Picking | null, inFields: Span | null, tap: Span): Picking {
  const isSame = before !== null && inFields?.start === before.span.start && inFields.end === before.span.end;
  return picked(isSame ? before : null, tap);
}

/** The request; null while something is missing. */
export function bodyOf(form: BorrowForm, { needId, activityId }: BorrowOrigin): Body | null {
  const { resourceId, borrowerUnionId, startsAt, endsAt, purpose } = form;
  if (resourceId === undefined || borrowerUnionId === undefined) return null;
  if (!isLocal(startsAt) || !isLocal(endsAt)) return null;
  const overrideReason = (form.overrideReason ?? '').trim();
  return {
    resourceId,
    borrowerUnionId: borrowerUnionId.id,
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    purpose: (purpose ?? '').trim(),
    ...(needId === null ? {} : { needId }),
    ...(activityId === null ? {} : { activityId }),
    ...(overrideReason === '' ? {} : { overrideReason }),
    ...lentSaid(form),
  };
}

/** Quantity, purpose and accepted conditions, as far as they are filled in. */
export function lentSaid({
  quantity: typed,
  business,
  conditionsVersion,
}: Pick<BorrowForm, 'quantity' | 'business' | 'conditionsVersion'>): Pick<
  Body,
  'quantity' | 'business' | 'conditionsVersion'
> {
  const quantity = lentQuantityOf(typed);
  return {
    ...(quantity === null ? {} : { quantity }),
    ...(business === undefined ? {} : { business }),
    ...(conditionsVersion === undefined ? {} : { conditionsVersion }),
  };
}

function isLocal(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text ?? '');
}
