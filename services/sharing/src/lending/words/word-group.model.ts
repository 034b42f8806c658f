import { DomainError } from '@gongxiang/domain';
import { type Meaning, shippedMeanings, type Thesaurus } from './thesaurus.model.js';

/** What the federation did to a group: set its words, took it out, or gave it back the words that it was shipped with. */
export const wordGroupSteps = ['set', 'removed', 'asShipped'] as const;
export type WordGroupStep = (typeof wordGroupSteps)[number];

/** The words of a group after a change. */
export type ChangedWords = Omit<Meaning, 'word'>;

export interface WordGroupChange extends Meaning {
  readonly step: WordGroupStep;
}

const noWords: ChangedWords = { same: [], hints: [], wider: null, kind: null };

/** The shipped words with what the federation has changed: at most one change for each group. */
export function thesaurusWith(changes: readonly WordGroupChange[], shipped = shippedMeanings): Thesaurus {
  const all = new Map(shipped);
  for (const { step, ...change } of changes) {
    if (step === 'removed') all.delete(change.word);
    if (step === 'set') all.set(change.word, meaningOf(change));
  }
  // What was covered by a group that is gone is covered by what covered that.
  return new Map(
    [...all].map(([word, meaning]) => [word, { ...meaning, wider: nearestOf(meaning.wider, all, shipped) }]),
  );
}

function meaningOf({ word, same, hints, wider, kind }: Meaning): Meaning {
  return { word, same, hints, wider, kind };
}

function nearestOf(wider: string | null, all: Thesaurus, shipped: Thesaurus): string | null {
  if (wider === null || all.has(wider)) return wider;
  return nearestOf(shipped.get(wider)?.wider ?? null, all, shipped);
}

/**
 * A group as it may be set, of words as they are compared: each once, and none of another group, as it would mean two
 * things.
 * @throws DomainError `WORD_GROUP_TAKEN`, `WORD_GROUP_WIDER_UNKNOWN`, `WORD_GROUP_CIRCLE`
 */
export function groupOf({ word, same, hints, wider, kind }: Meaning, now: Thesaurus): Meaning {
  const groups = groupsOf(now, word);
  requireFree(word, groups, '/word');
  for (const [place, one] of same.entries()) requireFree(one, groups, `/same/${place}`);
  if (wider !== null) requireWider(word, wider, now);
  const names = new Set([word, ...same]);
  return {
    word,
    same: [...names].slice(1),
    hints: [...new Set(hints)].filter((one) => !names.has(one)),
    wider,
    kind,
  };
}

/** In which other group each word is. */
function groupsOf(now: Thesaurus, except: string): ReadonlyMap<string, string> {
  const others = [...now.values()].filter(({ word }) => word !== except);
  return new Map(
    others.flatMap(({ word, same }) => [word, ...same].map((one): [string, string] => [one, word])),
  );
}

function requireFree(word: string, groups: ReadonlyMap<string, string>, pointer: string): void {
  const group = groups.get(word);
  if (group !== undefined) throw new DomainError('WORD_GROUP_TAKEN', { pointer, params: { word, group } });
}

function requireWider(word: string, wider: string, now: Thesaurus): void {
  if (wider !== word && !now.has(wider))
    throw new DomainError('WORD_GROUP_WIDER_UNKNOWN', { pointer: '/wider', params: { word: wider } });
  for (let above: string | null = wider; above !== null; above = now.get(above)?.wider ?? null)
    if (above === word)
      throw new DomainError('WORD_GROUP_CIRCLE', { pointer: '/wider', params: { word, wider } });
}

/** The change that undoes the last one. @throws DomainError `WORD_GROUP_AS_SHIPPED` if there was none */
export function undoneBy(
  word: string,
  last: WordGroupChange | undefined,
  before: WordGroupChange | undefined,
): WordGroupChange {
  if (last === undefined) throw new DomainError('WORD_GROUP_AS_SHIPPED', { params: { word } });
  return before ?? { word, ...noWords, step: 'asShipped' };
}

/** The change that takes a group out. @throws DomainError `WORD_GROUP_ABSENT` */
export function removedFrom(now: Thesaurus, word: string): WordGroupChange {
  if (!now.has(word)) throw new DomainError('WORD_GROUP_ABSENT', { params: { word } });
  return { word, ...noWords, step: 'removed' };
}

/** Where a group comes from. */
export function originOf(word: string, now: Thesaurus, last: WordGroupChange | undefined): WordGroupOrigin {
  const isShipped = shippedMeanings.has(word);
  if (!now.has(word)) return isShipped ? 'removed' : 'absent';
  if (!isShipped) return 'added';
  return last?.step === 'set' ? 'changed' : 'shipped';
}

export type WordGroupOrigin = 'shipped' | 'changed' | 'added' | 'removed' | 'absent';

/** The texts that a change may mean something else for: those with one of the words, or with the meaning itself. */
export function concernedBy(
  word: string,
  before: Meaning | undefined,
  after: Meaning | undefined,
): Concerned {
  const words = [before, after].flatMap((one) => (one === undefined ? [] : [...one.same, ...one.hints]));
  return {
    words: [...new Set([word, ...words])],
    meanings: ['#', '#^', '~', '~^'].map((mark) => `${mark}${word}`),
  };
}

export interface Concerned {
  readonly words: readonly string[];
  readonly meanings: readonly string[];
}
