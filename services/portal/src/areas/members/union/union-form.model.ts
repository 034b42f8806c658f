import type { components } from '../../../api/schema.js';

export type Union = components['schemas']['UnionView'];
export type UnionTier = NonNullable<Union['tier']>;
type ChangeUnion = components['schemas']['ChangeUnionBody'];

export const unionTiers: readonly UnionTier[] = [
  'national',
  'province',
  'city',
  'district',
  'street',
  'park',
  'community',
  'enterprise',
  'branch',
] as const;

/** The fields as they are typed: numbers are text until they are sent. */
export interface UnionForm {
  readonly name: string;
  readonly tier?: UnionTier | undefined;
  readonly uscc?: string | undefined;
  readonly place: { readonly longitude: string; readonly latitude: string; readonly address: string };
}

/** Degrees with a fraction, up to 180 or 90. */
export const longitudePattern = /^\s*-?(180(\.0+)?|(1[0-7]\d|\d{1,2})(\.\d{1,9})?)\s*$/;
export const latitudePattern = /^\s*-?(90(\.0+)?|[0-8]?\d(\.\d{1,9})?)\s*$/;

export function formOf({ name, tier, place, uscc }: Union): UnionForm {
  const { longitude, latitude, address } = place ?? {};
  return {
    name,
    ...(tier === null ? {} : { tier }),
    uscc: uscc ?? '',
    place: {
      longitude: longitude === undefined ? '' : String(longitude),
      latitude: latitude === undefined ? '' : String(latitude),
      address: address ?? '',
    },
  };
}

/** Is any field of the place filled in? Then both degrees are required. */
export function saysPlace({ longitude, latitude, address }: UnionForm['place']): boolean {
  return [longitude, latitude, address].some((text) => text.trim() !== '');
}

export function changeOf({ name, tier, place, uscc }: UnionForm): ChangeUnion {
  const address = place.address.trim();
  return {
    name: name.trim(),
    tier: tier ?? null,
    // A code can be corrected, and not removed: an empty field leaves it as it is.
    uscc: uscc?.trim() || null,
    place: saysPlace(place)
      ? {
          longitude: Number(place.longitude),
          latitude: Number(place.latitude),
          address: address === '' ? null : address,
        }
      : null,
  };
}
