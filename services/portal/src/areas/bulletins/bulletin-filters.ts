import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../api/classification.js';
import { type BulletinKind, bulletinKinds, type BulletinState, bulletinStates } from './bulletin.model.js';

/** The filters of the list; they stand in the address. */
export interface BulletinFilters {
  readonly state?: BulletinState;
  readonly kind?: BulletinKind;
  readonly business?: UnionBusiness;
  readonly function?: ResourceFunction;
  readonly q?: string;
  /** Of what is for the reader, what they follow alone. */
  readonly followed?: true;
}

export function bulletinFiltersOf(search: URLSearchParams): BulletinFilters {
  const state = bulletinStates.find((one) => one === search.get('state'));
  return {
    ...(state === undefined ? {} : { state }),
    ...publicFiltersOf(search),
    ...(state === undefined && search.get('followed') === 'true' ? { followed: true } : {}),
  };
}

/** Those by which anybody finds what is for anybody. */
export function publicFiltersOf(search: URLSearchParams): Omit<BulletinFilters, 'state' | 'followed'> {
  const kind = bulletinKinds.find((one) => one === search.get('kind'));
  const business = unionBusinesses.find((one) => one === search.get('business'));
  const about = resourceFunctions.find((one) => one === search.get('function'));
  const q = search.get('q') ?? '';
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(business === undefined ? {} : { business }),
    ...(about === undefined ? {} : { function: about }),
    ...(q === '' ? {} : { q }),
  };
}

/** Whether only a part of what there is can be found by them. */
export function isNarrowed({ kind, business, function: about, q }: BulletinFilters): boolean {
  return [kind, business, about, q].some((chosen) => chosen !== undefined);
}
