/** Decimal degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The mean radius R₁ of the Earth (IUGG), in kilometres. */
const earthRadiusKm = 6_371.0088;

/**
 * The distance along a great circle by the haversine formula, in tenths of a kilometre, rounded: whole numbers, so that
 * the last bits of a sine decide no rank.
 */
export function distanceTenths(from: Coordinates, to: Coordinates): number {
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return Math.round(20 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord))));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
