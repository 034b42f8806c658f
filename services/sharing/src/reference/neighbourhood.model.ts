import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { Coordinates } from '@gongxiang/domain';

/** What makes others neighbours of a union. */
export interface Neighbourhood {
  /** Null where it is not known where the union is to be found. */
  readonly place: Coordinates | null;
  /** Of the park in which the union lies: the nearest at its place or above it; null where it lies in none. */
  readonly parkPath: string | null;
}

export interface PlacedUnion {
  readonly id: string;
  readonly path: string;
  readonly tier: UnionTier | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** @param upwards the union and those above it, as far as they are known, in any order */
export function neighbourhoodIn(upwards: readonly PlacedUnion[], unionId: string): Neighbourhood {
  const parks = upwards.filter(({ tier }) => tier === 'park').map(({ path }) => path);
  const { longitude = null, latitude = null } = upwards.find(({ id }) => id === unionId) ?? {};
  return {
    place: longitude === null || latitude === null ? null : { longitude, latitude },
    parkPath: parks.sort((left, right) => right.length - left.length)[0] ?? null,
  };
}
