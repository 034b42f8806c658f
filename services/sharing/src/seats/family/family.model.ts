import { DomainError } from '@gongxiang/domain';
import type { Companion } from '../registration/eligibility.model.js';

/** As many as one sign-up takes at most. */
export const familyMax = 20;

/** Somebody of whom the person has said whether they are offered. */
export interface Known extends Companion {
  readonly id: string;
  readonly isKept: boolean;
}

/** Somebody who is offered for the next sign-up; without an id, whoever only came along before. */
export interface Offered extends Companion {
  readonly id: string | null;
}

/**
 * Each name once: those who are kept, as they were entered, then whoever came along before, as they were named last.
 * @param brought the latest first
 */
export function familyOf(known: readonly Known[], brought: readonly Companion[]): Offered[] {
  const named = new Set(known.map(({ name }) => name));
  const family: Offered[] = known.filter(({ isKept }) => isKept);
  for (const one of brought) {
    if (named.has(one.name)) continue;
    named.add(one.name);
    family.push({ ...one, id: null });
  }
  return family.slice(0, familyMax);
}

/**
 * Each name is kept once, and no more than {@link familyMax}.
 * @param id of whoever is changed; null for somebody new
 * @throws DomainError `RELATIVE_THERE`, `RELATIVES_TOO_MANY`
 */
export function requirePlace(known: readonly Known[], name: string, id: string | null): void {
  const others = known.filter((one) => one.isKept && one.id !== id);
  if (others.some((one) => one.name === name)) throw new DomainError('RELATIVE_THERE', { pointer: '/name' });
  if (id === null && others.length >= familyMax)
    throw new DomainError('RELATIVES_TOO_MANY', { params: { max: familyMax } });
}
