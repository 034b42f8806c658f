import type { Coordinates } from '@gongxiang/domain';

/** Both coordinates are set, or none. */
export function placeOf(at: { latitude: number | null; longitude: number | null }): Coordinates | null {
  return at.latitude === null || at.longitude === null
    ? null
    : { latitude: at.latitude, longitude: at.longitude };
}
