import type { WordGroupView, WordKind } from '@gongxiang/contracts/sharing/finding/word-group.contract';
import type { Thesaurus, ThingKind } from '../../lending/words/thesaurus.model.js';
import { shippedMeanings } from '../../lending/words/thesaurus.model.js';
import type { WordGroupChangeRow } from '../../lending/words/word-group.entity.js';
import { originOf } from '../../lending/words/word-group.model.js';

const kindOfView = (kind: ThingKind | null): WordKind => kind ?? 'topic';
export const kindOfRequest = (kind: WordKind): ThingKind | null => (kind === 'topic' ? null : kind);

const nobodysWords = { same: [], hints: [], wider: null, kind: null } as const;
const neverChanged = { version: 0, reason: null, setAt: null } as const;

/** A group as it is; of one that is gone, as it was shipped. */
export function wordGroupView(
  word: string,
  now: Thesaurus,
  last: WordGroupChangeRow | undefined,
): WordGroupView {
  const { same, hints, wider, kind } = now.get(word) ?? shippedMeanings.get(word) ?? nobodysWords;
  const { version, reason, setAt } = last ?? neverChanged;
  return {
    word,
    same: [...same],
    hints: [...hints],
    wider,
    kind: kindOfView(kind),
    version,
    origin: originOf(word, now, last),
    reason,
    changedAt: setAt?.toISOString() ?? null,
  };
}
