import { useRead } from '../../../api/use-read.js';
import { useSignedIn } from '../../../session/use-session.js';

/** A work as the reader may see it; whoever is not signed in sees those in galleries for anybody. */
export function useWork(workId: string) {
  const isSignedIn = useSignedIn();
  const own = useRead('work', '/works/{workId}', isSignedIn ? { workId } : undefined);
  const open = useRead('work', '/public/works/{workId}', isSignedIn ? undefined : { workId });
  return isSignedIn ? own : open;
}
