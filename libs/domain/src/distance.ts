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

/** Southwest and northeast corner of a region. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * The smallest box that holds everything within a distance: what an index can find before the distance itself decides. It
 * goes all around where it would reach a pole or the line of the date.
 * @param km more than 0
 */
export function boxAround({ latitude, longitude }: Coordinates, km: number): Box {
  const angle = (km / earthRadiusKm) * (180 / Math.PI);
  const south = Math.max(-90, latitude - angle);
  const north = Math.min(90, latitude + angle);
  // Where a meridian touches the circle, it stands further from the centre than along the centre's own parallel.
  const sine = Math.sin(radians(angle)) / Math.cos(radians(latitude));
  const isAround = south <= -90 || north >= 90 || sine >= 1;
  const width = isAround ? 360 : (Math.asin(sine) * 180) / Math.PI;
  const west = longitude - width;
  const east = longitude + width;
  return west < -180 || east > 180 ? { south, west: -180, north, east: 180 } : { south, west, north, east };
}

/** The same distance as {@link distanceTenths}, for the database. @param from and `to` are expressions for coordinates */
export function distanceTenthsSql(
  from: { readonly latitude: string; readonly longitude: string },
  to: { readonly latitude: string; readonly longitude: string },
): string {
  const half = (name: 'latitude' | 'longitude'): string => `sin(radians(${to[name]} - ${from[name]}) / 2)`;
  const chord = `${half('latitude')} ^ 2 + cos(radians(${from.latitude})) * cos(radians(${to.latitude})) * ${half('longitude')} ^ 2`;
  return `floor(${20 * earthRadiusKm} * asin(least(1, sqrt(${chord}))) + 0.5)::int`;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
