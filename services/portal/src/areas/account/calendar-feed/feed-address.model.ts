/** The same calendar in the two forms in which programs take it. */
export interface FeedAddresses {
  /** To be pasted. */
  readonly url: string;
  /** Opens the calendar of the phone or the computer at once, where it has one. */
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
