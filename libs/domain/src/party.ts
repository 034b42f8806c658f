import { DomainError } from './domain-error.js';

export const partyKinds = ['union', 'enterprise', 'club', 'organisation', 'person'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** A party in one of the four roles of an activity: publisher, provider, seeker of cooperation, organiser. */
export interface Party {
  readonly kind: PartyKind;
  readonly id: string;
}

/** A party as one string, `union:<id>`, for maps and keys. */
export function partyKey(party: Party): string {
  return `${party.kind}:${party.id}`;
}

/**
 * The inverse of {@link partyKey}.
 * @throws DomainError `PARTY_FORMAT` where the kind is unknown or the id is empty
 */
export function parsePartyKey(key: string): Party {
  const colon = key.indexOf(':');
  const kind = partyKinds.find((known) => known === key.slice(0, Math.max(colon, 0)));
  const id = key.slice(colon + 1);
  if (kind === undefined || id === '') throw new DomainError('PARTY_FORMAT');
  return { kind, id };
}

/** The same id under another kind is another party. */
export function sameParty(left: Party, right: Party): boolean {
  return left.kind === right.kind && left.id === right.id;
}
