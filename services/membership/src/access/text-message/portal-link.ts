/** A page of the portal, as it stands in a text message; without the portal's address what to add to it. */
export function portalLink(publicUrl: string | undefined, path: `/${string}`): string {
  return `${(publicUrl ?? '').replace(/\/$/, '')}${path}`;
}
