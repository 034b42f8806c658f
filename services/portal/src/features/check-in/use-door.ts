import { judgeByRoster } from '@gongxiang/domain/door';
import { useCallback } from 'react';
import { type CheckInItem, type Judged, type Roster, type Shown, toLookAt } from './check-in.model.js';
import { keyedHash } from './keyed-hash.js';
import type { useJournal } from './use-journal.js';

/** What this device knows of who may come in. */
export interface Door {
  /** Null where there is no roster, or no hash to look a code up by. */
  readonly judge: (item: CheckInItem) => Promise<Judged | null>;
  readonly mark: (personHash: string, isHere: boolean) => void;
  /** Takes note of what the platform said. */
  readonly learn: (shown: readonly Shown[]) => Promise<void>;
}

export function useDoor(roster: Roster | null, journal: ReturnType<typeof useJournal>): Door {
  const { since, mark, lookAnew } = journal;
  const judge = useCallback(
    async (item: CheckInItem): Promise<Judged | null> =>
      roster === null ? null : judgeBy(roster, item, since),
    [roster, since],
  );
  const learn = async (shown: readonly Shown[]): Promise<void> => {
    for (const { item, answer } of shown) {
      const { personHash } = (await judge(item)) ?? {};
      if (personHash && answer !== null) mark(personHash, answer.result !== 'refused');
    }
    const anew = toLookAt(shown);
    if (anew.length > 0) lookAnew(anew);
  };
  return { judge, mark, learn };
}

async function judgeBy(
  { head, entries, key }: Roster,
  item: CheckInItem,
  since: ReadonlySet<string>,
): Promise<Judged | null> {
  const hashes = await hashesOf(item, key);
  if (hashes === null) return null;
  const { registrationId = null, heads = null, walkIn, confirm } = item;
  const scan = { ...hashes, registrationId, heads, walkIn: walkIn === true, confirmed: confirm === true };
  const { verdict, entry } = judgeByRoster({ gate: head, entries }, scan, since);
  const { result, code } = verdict;
  return { said: { result, code }, entry, personHash: entry?.personHash ?? hashes.personHash };
}

/** Null where the browser makes none, though the scan names somebody by what is hashed. */
async function hashesOf(
  { code, personId }: CheckInItem,
  key: string,
): Promise<{ codeHash: string | null; personHash: string | null } | null> {
  const codeHash = code ? await keyedHash(key, code) : null;
  const personHash = personId ? await keyedHash(key, personId) : null;
  const isMissing = (code && codeHash === null) || (personId && personHash === null);
  return isMissing ? null : { codeHash, personHash };
}
