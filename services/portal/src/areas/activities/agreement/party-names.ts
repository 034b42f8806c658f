import { useQueries } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import type { Activity } from '../activity/activity-form.js';
import { unionQuery } from '../../../session/use-may-manage.js';

type Party = components['schemas']['PartyDto'];
type NamedParty = components['schemas']['NamedPartyView'];

export function keyOf({ kind, id }: Party): string {
  return `${kind}:${id}`;
}

/** Names seldom change. */
const staleTime = 300_000;

/**
 * Names by key, such as `union:<id>`.
 * @param keys of the parties to name
 * @param known parties whose names are known already
 * @returns the name, or a dash as long as it is not known
 */
export function useNames(keys: readonly string[], known: readonly NamedParty[]): (key: string) => string {
  const names = new Map(known.map((party) => [keyOf(party), party.name]));
  const missing = [...new Set(keys)].filter((key) => !names.has(key));
  const idsOf = (kind: string): string[] =>
    missing.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  const unions = useQueries({ queries: idsOf('union').map(unionQuery) });
  const enterprises = useQueries({
    queries: idsOf('enterprise').map((enterpriseId) =>
      readOf('enterprise', '/enterprises/{enterpriseId}', { enterpriseId }, { staleTime }),
    ),
  });
  for (const { data } of unions) if (data) names.set(`union:${data.id}`, data.name);
  for (const { data } of enterprises) if (data) names.set(`enterprise:${data.id}`, data.name);
  return (key) => names.get(key) ?? '—';
}

/**
 * Who shares the cost, by the rule of the platform: unions and enterprises each once, in the order of the hosts; a club and
 * a worker who organises pay through their union; an organisation is a creditor.
 * @returns their keys, and whether they are all known
 */
export function usePayingParties(activity: Activity) {
  const hosts = [activity.organiser, ...activity.coHosts];
  const clubs = useQueries({
    queries: hosts
      .filter(({ kind }) => kind === 'club')
      .map(({ id: clubId }) => readOf('club', '/clubs/{clubId}', { clubId }, { staleTime })),
  });
  const unionOfClub = new Map(clubs.flatMap(({ data }) => (data ? [[data.id, data.unionId] as const] : [])));
  const payers = hosts.flatMap((host): string[] => {
    if (host.kind === 'union' || host.kind === 'enterprise') return [keyOf(host)];
    if (host.kind === 'organisation') return [];
    const isOrganiser = host === activity.organiser;
    const unionId =
      host.kind === 'club' ? unionOfClub.get(host.id) : isOrganiser ? activity.unionId : undefined;
    return unionId === undefined ? [] : [`union:${unionId}`];
  });
  return { keys: [...new Set(payers)], isKnown: clubs.every(({ data }) => data !== undefined) };
}
