import { judgeByRoster, presenceAfter, presenceIn, type PresenceHere } from '@gongxiang/domain/door';
import { useCallback } from 'react';
import {
  agrees,
  type CheckInAnswer,
  type CheckInItem,
  directionOf,
  type Entry,
  type Judged,
  type Roster,
  type Shown,
  scansToReview,
} from './check-in.model.js';
import { keyedHash } from '../../../session/vault/keyed-hash.js';
import type { useJournal } from './use-journal.js';

/** What this device knows of who may come in. */
export interface Door {
  /** Null where there is no roster, or no hash to look a code up by. */
  readonly judge: (item: CheckInItem) => Promise<Judged | null>;
  /** Where somebody is now; null for the place that the roster has. */
  readonly mark: (personHash: string, presence: PresenceHere | null, isKnown: boolean) => void;
  /** Takes note of what the platform said. */
  readonly learn: (shown: readonly Shown[]) => Promise<void>;
  /** A scan was undone: the person is where the next roster says. */
  readonly forget: (shown: Shown) => Promise<void>;
}

export function useDoor(roster: Roster | null, journal: ReturnType<typeof useJournal>): Door {
  const { since, mark, addToReview } = journal;
  const judge = useCallback(
    async (item: CheckInItem): Promise<Judged | null> =>
      roster === null ? null : judgeBy(roster, item, since),
    [roster, since],
  );
  const learn = async (shown: readonly Shown[]): Promise<void> => {
    // The newest come first; where somebody is depends on what was before.
    for (const one of [...shown].reverse()) {
      const judged = await judge(one.item);
      if (judged?.personHash) mark(judged.personHash, presenceBy(judged, one), true);
    }
    const toReview = scansToReview(shown);
    if (toReview.length > 0) addToReview(toReview);
  };
  const forget = async ({ item }: Shown): Promise<void> => {
    const personHash = (await judge(item))?.personHash;
    if (personHash) mark(personHash, null, true);
  };
  return { judge, mark, learn, forget };
}

/** Where somebody is by the platform's answer; null where that is no other place than the roster says. */
function presenceBy({ before, entry }: Judged, shown: Shown): PresenceHere | null {
  const { item, said, answer } = shown;
  // What this device said was marked when it said it.
  const wasSaid = said !== undefined && said !== null;
  if (answer === null || (wasSaid && agrees(shown, answer))) return before;
  if (isKeptOut(item, answer)) return wasSaid ? null : before;
  const done = { direction: directionOf(item), admitted: item.admitted === true };
  const heads = item.heads ?? headsOf(item, answer, entry);
  return presenceAfter(wasSaid ? presenceIn(entry) : before, done, { result: answer.result, heads });
}

function isKeptOut(item: CheckInItem, { result }: CheckInAnswer): boolean {
  return result === 'refused' && directionOf(item) === 'in' && item.admitted !== true;
}

/** Of how many an answer is, where the scan does not say it; 0 for all whom it can mean. */
function headsOf(item: CheckInItem, { result }: CheckInAnswer, entry: Entry | null): number {
  if (result === 'checkedIn') return item.walkIn === true ? 1 : (entry?.heads ?? 1);
  return result === 'refused' && directionOf(item) === 'in' ? (entry?.heads ?? 1) : 0;
}

async function judgeBy(
  { head, entries, key }: Roster,
  item: CheckInItem,
  since: ReadonlyMap<string, PresenceHere>,
): Promise<Judged | null> {
  const hashes = await hashesOf(item, key);
  if (hashes === null) return null;
  const { registrationId = null, heads = null, walkIn, confirm } = item;
  const how = { direction: directionOf(item), walkIn: walkIn === true, confirmed: confirm === true };
  const scan = { ...hashes, registrationId, heads, ...how };
  const { verdict, entry, before } = judgeByRoster({ gate: head, entries }, scan, since);
  const { result, code } = verdict;
  const personHash = entry?.personHash ?? hashes.personHash;
  return { said: { result, code }, entry, personHash, before, heads: verdict.heads };
}

/** Null where the browser computes no hashes, though the scan names somebody by one. */
async function hashesOf(
  { code, personId }: CheckInItem,
  key: string,
): Promise<{ codeHash: string | null; personHash: string | null } | null> {
  const codeHash = code ? await keyedHash(key, code) : null;
  const personHash = personId ? await keyedHash(key, personId) : null;
  const isMissing = (code && codeHash === null) || (personId && personHash === null);
  return isMissing ? null : { codeHash, personHash };
}
