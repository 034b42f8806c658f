import type { components } from '../../../api/schema.js';

export type Vote = components['schemas']['VoteView'];

export const votersMin = 5;
export const votersMax = 2_000;
export const candidatesMax = 20;
export const titleMax = 100;
export const textMax = 4_000;

export const kinds = ['motion', 'election'] as const satisfies readonly Vote['kind'][];
export const rolls = ['named', 'all'] as const satisfies readonly Vote['roll'][];
export const quorums = ['half', 'twoThirds'] as const satisfies readonly Vote['quorum'][];
export const majorities = ['present', 'all', 'halfOfAll'] as const satisfies readonly Vote['majority'][];
export const audiences = ['roll', 'members'] as const satisfies readonly Vote['showTo'][];

/** The names on lines that say something. */
export function candidatesIn(lines: string | undefined): string[] {
  return (lines ?? '').split('\n').flatMap((line) => line.trim() || []);
}

/** @returns null where there are not 2 to 20 different ones */
export function candidatesOf(lines: string | undefined): string[] | null {
  const names = candidatesIn(lines);
  const areDifferent = new Set(names).size === names.length;
  return areDifferent && names.length >= 2 && names.length <= candidatesMax ? names : null;
}

/** @returns null unless it is a whole number of seats for so many candidates */
export function seatsOf(text: string | undefined, candidates: number): number | null {
  const seats = Number((text ?? '').trim());
  return Number.isInteger(seats) && seats >= 1 && seats <= candidates ? seats : null;
}

/** What is chosen after one choice was pressed: of a motion that one; of an election it is added or taken away. */
export function pressed(
  { kind, seats }: Pick<Vote, 'kind' | 'seats'>,
  chosen: readonly string[],
  key: string,
): readonly string[] {
  if (kind === 'motion') return [key];
  if (chosen.includes(key)) return chosen.filter((one) => one !== key);
  return chosen.length < (seats ?? 0) ? [...chosen, key] : chosen;
}
