const home = '/';

/** The address of the sign-in page that leads back to `page`. */
export function signInAddress(page: string): string {
  return page === home ? '/sign-in' : `/sign-in?next=${encodeURIComponent(page)}`;
}

/** Where to go after signing in: a page of this portal and nothing else, whatever the address says. */
export function nextPage(next: string | null): string {
  const isOurs = next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in');
  return isOurs ? next : home;
}
