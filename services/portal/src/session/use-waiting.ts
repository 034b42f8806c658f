import { useRead } from '../api/use-read.js';

const readAtOnce = 100;

/** What waits for the reader, what is due first at the top. One answer serves the navigation and the home page. */
export function useWaiting(isWanted = true) {
  return useRead('waiting', '/waiting', isWanted ? { limit: readAtOnce } : undefined);
}
