import { type Party, pathsUpwards } from '@gongxiang/domain';

/**
 * The paths at which the right to freeze and release a party is checked: above a union, because nobody freezes their
 * own union; at the union behind any other party, because that union is above it.
 * @param unionPath the path of the union itself, or of the union behind the party
 * @returns no path for the federation, which has no union above
 */
export function placesAbove(party: Party, unionPath: string): string[] {
  if (party.kind !== 'union') return [unionPath];
  return pathsUpwards(unionPath).slice(0, -1).slice(-1);
}
