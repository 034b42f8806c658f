import type { components } from '../../../api/schema.js';

export type Vote = components['schemas']['VoteView'];

export const votersMin = 5;
export const votersMax = 2_000;
export const candidatesMax = 20;
export const titleMax = 100;
export const textMax = 4_000;
/** So that it fits the name of a candidate, whom it tells from another one. */
const unionNameMax = 60;

export const kinds = ['motion', 'election'] as const satisfies readonly Vote['kind'][];
export const rolls = ['named', 'all'] as const satisfies readonly Vote['roll'][];
export const quorums = ['half', 'twoThirds'] as const satisfies readonly Vote['quorum'][];
export const majorities = ['present', 'all', 'halfOfAll'] as const satisfies readonly Vote['majority'][];
export const audiences = ['roll', 'members'] as const satisfies readonly Vote['showTo'][];

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly unionName?: string;
}

/**
 * As they stand on the ballot: those who share a name with their union, and in one union with a number, as voters have to
 * tell them apart.
 * @returns null where there are not 2 to 20
 */
export function candidatesOf(chosen: readonly Candidate[]): { personId: string; name: string }[] | null {
  if (chosen.length < 2 || chosen.length > candidatesMax) return null;
  const isShared = (name: string, names: readonly string[]): boolean =>
    names.indexOf(name) !== names.lastIndexOf(name);
  const plain = chosen.map(({ name }) => name.trim());
  const long = chosen.map(({ name, unionName = '' }) =>
    isShared(name.trim(), plain) && unionName !== ''
      ? `${name.trim()}（${unionName.slice(0, unionNameMax)}）`
      : name.trim(),
  );
  return chosen.map(({ personId }, index) => {
    const name = long[index] ?? '';
    const before = long.slice(0, index).filter((other) => other === name).length;
    return { personId, name: isShared(name, long) ? `${name} ${before + 1}` : name };
  });
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
