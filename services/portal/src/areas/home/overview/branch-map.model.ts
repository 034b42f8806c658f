import type { BranchLine, Order } from './overview.model.js';

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** A union on the map. */
export interface MapPoint {
  readonly unionId: string;
  readonly name: string;
  /** Null where it is not known. */
  readonly value: number | null;
  /** In units of the longest side of what is shown, from its west and from its north. */
  readonly x: number;
  readonly y: number;
  /** Diameter in pixels. */
  readonly size: number;
}

/** The figures whose size is bad news. */
export const isAlarm = (figure: Order): boolean => figure === 'overdue';

const smallestPx = 10;
const largestPx = 44;

/**
 * Where the unions lie, as on a map with north at the top: degrees of longitude are as short as they are at that latitude,
 * which is exact enough for a province. The area of a point is as large as its figure.
 * @param places by union; who has none is not on the map
 */
export function pointsOf(
  lines: readonly BranchLine[],
  places: ReadonlyMap<string, Place>,
  figure: Order,
): MapPoint[] {
  const placed = lines.flatMap((line) => {
    const place = places.get(line.unionId);
    return place === undefined ? [] : [{ line, place }];
  });
  const latitudes = placed.map(({ place }) => place.latitude);
  const north = Math.max(...latitudes);
  const middle = (north + Math.min(...latitudes)) / 2;
  const narrower = Math.cos((middle * Math.PI) / 180);
  const west = Math.min(...placed.map(({ place }) => place.longitude));
  const away = placed.map(({ place }) => ({
    east: (place.longitude - west) * narrower,
    south: north - place.latitude,
  }));
  const longest = Math.max(...away.flatMap(({ east, south }) => [east, south])) || 1;
  const largest = Math.max(...placed.map(({ line }) => line[figure] ?? 0));
  return placed.map(({ line }, index) => ({
    unionId: line.unionId,
    name: line.unionName,
    value: line[figure],
    x: (away[index]?.east ?? 0) / longest,
    y: (away[index]?.south ?? 0) / longest,
    size: sizeOf(line[figure] ?? 0, largest),
  }));
}

function sizeOf(value: number, largest: number): number {
  if (largest === 0) return smallestPx;
  return smallestPx + (largestPx - smallestPx) * Math.sqrt(value / largest);
}
