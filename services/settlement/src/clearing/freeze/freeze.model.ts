import { type Party, pathsUpwards } from '@gongxiang/domain';

/**
 * Where a role has to be held, or above it, to freeze and release a party: above a union, as nobody freezes his own; at
 * the union behind any other party, as that union is above it.
 * @param unionPath the place of the union itself, or of the union behind the party
 * @returns no place for the federation, which nobody is above
 */
export function placesAbove(party: Party, unionPath: string): string[] {
  if (party.kind !== 'union') return [unionPath];
  return pathsUpwards(unionPath).slice(0, -1).slice(-1);
}
