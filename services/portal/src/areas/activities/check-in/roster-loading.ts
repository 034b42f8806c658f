import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { Entry, Roster, RosterHead } from './check-in.model.js';

const pageSize = 200;
/** Ten thousand people at one door have several lists. */
const pagesMax = 60;

export interface LoadProgress {
  readonly head: RosterHead;
  readonly entries: readonly Entry[];
}

/**
 * Asks for who may come in, page by page; the head is that of the first page, as nothing is older.
 * @param key of the hashes, 32 bytes in base64url
 */
export async function loadRoster(
  activityId: string,
  key: string,
  options: { readonly signal: AbortSignal; readonly onPage: (progress: LoadProgress) => void },
): Promise<Roster> {
  const entries: Entry[] = [];
  let head: RosterHead | null = null;
  let cursor: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query: { key: string; limit: number; cursor?: string } = { key, limit: pageSize };
    if (cursor !== null) query.cursor = cursor;
    const answer = await pageOf(activityId, query, options.signal);
    head ??= answer.roster;
    entries.push(...answer.items);
    options.onPage({ head, entries: [...entries] });
    cursor = answer.nextCursor;
    if (cursor === null) return { head, entries, key };
  }
  throw new Error('the roster has more pages than a door can use');
}

function pageOf(
  activityId: string,
  query: { key: string; limit: number; cursor?: string },
  signal: AbortSignal,
) {
  const params = { path: { activityId }, query };
  return answerOf(api.GET('/api/v1/activities/{activityId}/roster', { params, signal }));
}
