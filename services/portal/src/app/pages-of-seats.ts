/** Where codes are looked for: on the first page, among what is mine, and on the page of an activity; not at a door. */
export function isPageOfSeats(path: string): boolean {
  return /^\/(?:my(?:\/card)?|activities\/[^/]+)?\/?$/.test(path);
}
