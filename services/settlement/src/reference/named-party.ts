import type { LedgerPartyView } from '@gongxiang/contracts/settlement/party-names';
import { parsePartyKey } from '@gongxiang/domain';
import type { KnownParty, PersonNames } from './reference.repository.js';

export type PartyNames = ReadonlyMap<string, Pick<KnownParty, 'name'>>;

/** A party with its name, or its key if the copy is missing. */
export function namedParty(key: string, names: PartyNames): LedgerPartyView {
  return { ...parsePartyKey(key), name: nameOf(key, names) };
}

export function nameOf(key: string, names: PartyNames): string {
  return names.get(key)?.name ?? key;
}

/** A person's name; null if no person is given or the person is not known here. */
export function personName(personId: string | null, people: PersonNames): string | null {
  return people.get(personId ?? '') ?? null;
}

/** The parameters of a trace step with party keys replaced by names. */
export function withNames<Params extends Readonly<Record<string, string | number>>>(
  params: Params,
  names: PartyNames,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? nameOf(value, names) : value,
    ]),
  );
}
