import type { AnswerAt } from '../../../api/use-read.js';
import type { DoorAccess } from './door-access.js';
import type { Entry, Roster, RosterHead } from './check-in.model.js';

type RosterPage = AnswerAt<'/activities/{activityId}/roster'>;

const pageSize = 200;
/** For ten thousand people there are several doors with a list each. */
const pagesMax = 60;

export interface LoadProgress {
  readonly head: RosterHead;
  readonly entries: readonly Entry[];
}

/**
 * Reads the list of those who may come in, page by page; the head is that of the first page, the oldest.
 * @param key of the hashes, 32 bytes in base64url
 */
export async function loadRoster(
  activityId: string,
  key: string,
  options: {
    readonly access: DoorAccess;
    readonly signal: AbortSignal;
    readonly onPage: (progress: LoadProgress) => void;
  },
): Promise<Roster> {
  const entries: Entry[] = [];
  let head: RosterHead | null = null;
  let cursor: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer: RosterPage = await options.access.readRoster(
      activityId,
      { key, limit: pageSize, ...(cursor === null ? {} : { cursor }) },
      { signal: options.signal },
    );
    head ??= answer.roster;
    entries.push(...answer.items);
    options.onPage({ head, entries: [...entries] });
    cursor = answer.nextCursor;
    if (cursor === null) return { head, entries, key };
  }
  throw new Error('the roster has more pages than a door can use');
}
