import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { Coordinates } from '@gongxiang/domain';

/** What defines the neighbours of a union. */
export interface Neighbourhood {
  /** Null if the union's location is unknown. */
  readonly place: Coordinates | null;
  /** The path of the union's park: the nearest at or above it; null if it is in none. */
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
