import type { components } from '../../../api/schema.js';
import type { Resource, ResourceFunction, UnionBusiness } from './resource-filters.js';

type Schemas = components['schemas'];

/** The fields of a resource, named as in the request, so that a refusal finds its field; numbers as typed. */
export interface ResourceForm {
  readonly owner?: Schemas['NamedPartyView'];
  readonly title?: string;
  readonly description?: string;
  readonly function?: ResourceFunction;
  readonly businesses?: UnionBusiness[];
  readonly district?: string;
  readonly place?: string;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly capacity?: string;
  readonly setupMinutes?: string;
  readonly turnaroundMinutes?: string;
  readonly counting?: Schemas['ResourceView']['counting'];
  readonly quantity?: string;
  readonly loansPerBorrowerMax?: string;
  readonly partOfId?: string;
  readonly lending?: 'access';
}

export function formOf(resource: Resource): ResourceForm {
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    title: resource.title,
    description: resource.description,
    businesses: resource.businesses,
    district: resource.district ?? '',
    place: resource.place ?? '',
    latitude: text(resource.latitude),
    longitude: text(resource.longitude),
    capacity: text(resource.capacity),
    setupMinutes: text(resource.setupMinutes),
    turnaroundMinutes: text(resource.turnaroundMinutes),
    ...(resource.counting === 'stock' ? { quantity: text(resource.quantity) } : {}),
    loansPerBorrowerMax: text(resource.loansPerBorrowerMax),
  };
}

/** What both requests have in common; an emptied field is removed. */
export function editOf(form: ResourceForm): Schemas['EditResourceBody'] {
  return {
    title: (form.title ?? '').trim(),
    description: textOf(form.description),
    businesses: form.businesses ?? [],
    district: textOf(form.district),
    place: textOf(form.place),
    latitude: numberOf(form.latitude),
    longitude: numberOf(form.longitude),
    capacity: numberOf(form.capacity),
    setupMinutes: numberOf(form.setupMinutes) ?? 0,
    turnaroundMinutes: numberOf(form.turnaroundMinutes) ?? 0,
    ...quantityOf(form),
    loansPerBorrowerMax: numberOf(form.loansPerBorrowerMax),
  };
}

/** The request; null while something is missing. */
export function createOf(form: ResourceForm): Schemas['CreateResourceRequest'] | null {
  const { owner, function: kind, partOfId, counting = 'one' } = form;
  if (owner === undefined || kind === undefined) return null;
  const { title, businesses, ...rest } = editOf(form);
  return {
    ...withoutActive(rest),
    owner: { kind: owner.kind, id: owner.id },
    title: title ?? '',
    businesses: businesses ?? [],
    function: kind,
    counting,
    ...(partOfId === undefined ? {} : { partOfId }),
    ...(form.lending === 'access' && isKnowHow(kind) ? { lending: 'access' } : {}),
  };
}

/** What may be lent as access, to many at once. */
export function isKnowHow(kind: ResourceFunction | undefined): boolean {
  return kind === 'information' || kind === 'management';
}

function withoutActive({ active: _active, ...rest }: Schemas['EditResourceBody']) {
  return rest;
}

function quantityOf({ quantity }: ResourceForm): { quantity?: number } {
  const count = numberOf(quantity);
  return count === null ? {} : { quantity: count };
}

function textOf(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

function numberOf(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : Number(trimmed);
}
