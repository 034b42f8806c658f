const shownLength = 16;

/** The first digits of a hash of keys: enough to be read out and compared. */
export function fingerprintOf(keysHash: string): string {
  return keysHash.slice(0, shownLength);
}
