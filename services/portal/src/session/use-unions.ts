import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { readOf } from '../api/use-read.js';
import { unionQuery } from './use-may-manage.js';
import { type RoleName, useOffices } from './use-offices.js';
import { useMe } from './use-session.js';
import { choicesOf } from './union-choices.model.js';

const staleMs = 300_000;
const choicesMax = 200;

/** A union; undefined until it is known. */
export function useUnion(unionId: string | undefined) {
  return useQuery(unionQuery(unionId)).data;
}

/** The name of a union; undefined until it is known. */
export function useUnionName(unionId: string | undefined): string | undefined {
  return useUnion(unionId)?.name;
}

/**
 * The unions that one of the roles reaches: those at which the person holds it, and those below that were found.
 * @param q a part of the name; '' for all
 */
export function useUnionChoices(q: string, roles: readonly RoleName[]) {
  const { data: me } = useMe();
  const { holds, unionIdsOf } = useOffices();
  const own = useQueries({ queries: unionIdsOf(...roles).map(unionQuery) });
  const asked = { limit: choicesMax, ...(q === '' ? {} : { q }) };
  const search = useQuery({
    ...readOf('union', '/unions', holds(...roles) ? asked : undefined, { staleTime: staleMs }),
    placeholderData: keepPreviousData,
  });
  const found = search.data;
  const held = (me?.roles ?? []).filter(({ role }) => roles.includes(role)).map(({ path }) => path);
  // The platform searches the whole network, whose first page may hold none of the person's own unions.
  const known = [...own.flatMap(({ data }) => data ?? []), ...(found?.items ?? [])];
  const failed = [...own, search].filter(({ isError }) => isError);
  return {
    unions: choicesOf(known, held, q),
    isPartial: found !== undefined && found.nextCursor !== null,
    isFailed: failed.length > 0,
    readAgain: (): void => failed.forEach(({ refetch }) => void refetch()),
  };
}
