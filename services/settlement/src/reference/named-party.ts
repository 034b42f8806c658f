import type { LedgerPartyView } from '@gongxiang/contracts/settlement/party-names';
import { parsePartyKey } from '@gongxiang/domain';
import type { KnownParty, PersonNames } from './reference.repository.js';

export type PartyNames = ReadonlyMap<string, Pick<KnownParty, 'name'>>;

/** A party with its name; its key stands in where the copy lacks it. */
export function namedParty(key: string, names: PartyNames): LedgerPartyView {
  return { ...parsePartyKey(key), name: nameOf(key, names) };
}

export function nameOf(key: string, names: PartyNames): string {
  return names.get(key)?.name ?? key;
}

/** What a person is called; null where nobody is meant, or he is not known here. */
export function personName(personId: string | null, people: PersonNames): string | null {
  return people.get(personId ?? '') ?? null;
}

/** The parameters of a step of a trace, with names in place of the keys of parties. */
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
