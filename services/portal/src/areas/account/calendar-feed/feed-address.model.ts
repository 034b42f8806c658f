/** The same calendar in the two forms in which programs take it. */
interface FeedAddresses {
  /** To paste into a calendar program. */
  readonly url: string;
  /** Opens the calendar of the phone or computer directly, where there is one. */
  readonly link: string;
}

/**
 * @param address on the platform, such as `/calendars/….ics`
 * @param origin where this page is, such as `https://union.example`
 */
export function feedAddresses(address: string, origin: string): FeedAddresses {
  const url = `${origin}${address}`;
  return { url, link: url.replace(/^https?:/, 'webcal:') };
}
