import type { RecognitionLevelDto } from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import { DomainError } from '@gongxiang/domain';

/** At most so many in one command: each is a row and an event of its own. */
const recognitionsMax = 500;

/** A place of a final ranking. */
export interface PlacedSubject {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly rank: number;
  readonly groupKey: string | null;
  readonly groupRank: number;
  readonly score: number;
}

export interface Recognised {
  readonly subject: PlacedSubject;
  readonly level: string;
  /** Over all, or within the group, whichever was asked for. */
  readonly place: number;
}

/**
 * Who has which level: of several that fit, the first. Those of one place have the same, so a shared second place may make
 * one more than its number says.
 * @param places best first
 * @throws DomainError 422 `RECOGNITION_LEVEL_RULE` naming the level, `RECOGNITION_NOBODY`, `RECOGNITION_TOO_MANY`
 */
export function recognisedBy(
  places: Iterable<PlacedSubject>,
  levels: readonly RecognitionLevelDto[],
  withinGroups: boolean,
): Recognised[] {
  requireRules(levels);
  const found: Recognised[] = [];
  for (const subject of places) {
    const place = withinGroups ? subject.groupRank : subject.rank;
    const fitting = levels.find(
      ({ lastPlace, leastScore }) =>
        (lastPlace != null && place <= lastPlace) || (leastScore != null && subject.score >= leastScore),
    );
    if (fitting === undefined) continue;
    if (found.length === recognitionsMax)
      throw new DomainError('RECOGNITION_TOO_MANY', { params: { max: recognitionsMax } });
    found.push({ subject, level: fitting.level, place });
  }
  if (found.length === 0) throw new DomainError('RECOGNITION_NOBODY', { pointer: '/levels' });
  return found;
}

function requireRules(levels: readonly RecognitionLevelDto[]): void {
  const wrong = levels.findIndex(({ lastPlace, leastScore }) => (lastPlace == null) === (leastScore == null));
  if (wrong >= 0) throw new DomainError('RECOGNITION_LEVEL_RULE', { pointer: `/levels/${wrong}` });
}

/** Without those that look like another on paper: I and 1, O and 0. 32 of them, so that five bits choose one. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const codeLength = 12;

/** @param random as many bytes as a code has characters; of each five bits are used, so sixty in all */
export function codeOf(random: Uint8Array): string {
  return [...random.subarray(0, codeLength)].map((byte) => letters[byte % letters.length]).join('');
}

/** As it stands on paper: `K7QM-2XRT-9WDH`. */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as people type it: in whichever case, with the hyphens that the paper shows, or without. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
