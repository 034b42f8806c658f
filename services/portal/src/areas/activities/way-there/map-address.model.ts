/** Where somebody has to go: in words, and where they are known as coordinates. */
export interface Destination {
  readonly name: string;
  /** WGS 84, in decimal degrees. */
  readonly at: { readonly latitude: number; readonly longitude: number } | null;
}

/** What is known of the resource at which an activity takes place. */
interface Place {
  readonly title: string;
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** @param resource null where the venue is in words alone @returns null where nothing says where it is */
export function destinationOf(venue: string | null, resource: Place | null): Destination | null {
  if (resource === null) return venue === null ? null : { name: venue, at: null };
  const { title, place, latitude, longitude } = resource;
  if (latitude !== null && longitude !== null)
    return { name: venue ?? place ?? title, at: { latitude, longitude } };
  // An address finds more than the name that a hall has among its own people.
  return { name: place ?? venue ?? title, at: null };
}

/**
 * The map on a phone, or in the browser where none is installed: Amap's URI needs no key, and `geo:` has no effect on
 * iPhones. It converts WGS 84 by itself.
 */
export function mapAddressOf({ name, at }: Destination): string {
  const common = { src: 'gongxiang', callnative: '1' };
  const query =
    at === null
      ? { keyword: name, ...common }
      : { position: `${at.longitude},${at.latitude}`, name, coordinate: 'wgs84', ...common };
  const action = at === null ? 'search' : 'marker';
  return `https://uri.amap.com/${action}?${new URLSearchParams(query).toString()}`;
}
