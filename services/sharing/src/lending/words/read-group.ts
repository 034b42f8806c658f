import { DomainError, runsOf } from '@gongxiang/domain';
import { plainText } from './plain-text.js';
import type { Meaning, Thesaurus } from './thesaurus.model.js';
import { groupOf } from './word-group.model.js';

/** A word of one character would tear longer ones apart. */
const charactersMin = 2;

/** A word as it is compared. @throws DomainError `WORD_UNREADABLE` if it is several, or too short */
export function readWord(written: string, pointer: string): string {
  const word = plainText(written.trim());
  const [run] = runsOf(word);
  if (run !== word || [...word].length < charactersMin)
    throw new DomainError('WORD_UNREADABLE', { pointer, params: { word: written } });
  return word;
}

/** A group as somebody writes it. @throws DomainError `WORD_UNREADABLE`, see {@link groupOf} */
export function readGroup({ word, same, hints, wider, kind }: Meaning, now: Thesaurus): Meaning {
  const read = {
    word: readWord(word, '/word'),
    same: same.map((one, place) => readWord(one, `/same/${place}`)),
    hints: hints.map((one, place) => readWord(one, `/hints/${place}`)),
    wider: wider === null ? null : readWord(wider, '/wider'),
    kind,
  };
  return groupOf(read, now);
}
