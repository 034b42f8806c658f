import { DomainError } from '@gongxiang/domain';
import type { Companion } from './eligibility.model.js';

/** The person who registered is head 0, and companion `n` of the list is head `n + 1`. */
const person = 0;

/**
 * The heads that still come once some companions stay at home. Of two with one name it is the one named last.
 * @throws DomainError `COMPANIONS_NOT_THERE` at the name
 */
export function stayingHeads(companions: readonly Companion[], leaving: readonly string[]): number[] {
  const names: (string | null)[] = companions.map(({ name }) => name);
  leaving.forEach((name, index) => {
    const at = names.lastIndexOf(name);
    if (at < 0) throw new DomainError('COMPANIONS_NOT_THERE', { pointer: `/companions/${index}` });
    names[at] = null;
  });
  return [person, ...names.flatMap((name, index) => (name === null ? [] : [index + 1]))];
}

/** How many of the first heads keep their numbers: whoever comes after the first that leaves moves up. */
export function unmovedHeads(staying: readonly number[]): number {
  const moved = staying.findIndex((head, index) => head !== index);
  return moved < 0 ? staying.length : moved;
}
