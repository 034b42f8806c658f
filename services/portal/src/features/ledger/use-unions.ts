import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { type RoleName, useOffices } from '../session/use-offices.js';
import { useMe } from '../session/use-session.js';

const staleMs = 300_000;
const choicesMax = 200;

/** What a union is called; undefined until it is known. */
export function useUnionName(unionId: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['union', unionId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/unions/{unionId}', { params: { path: { unionId: unionId ?? '' } }, signal })),
    enabled: unionId !== undefined,
    staleTime: staleMs,
  });
  return data?.name;
}

/** The unions where one of the roles reaches: those at which it is held, and all below them. */
export function useUnionChoices(q: string, roles: readonly RoleName[]) {
  const { data: me } = useMe();
  const { holds } = useOffices();
  const query = useQuery({
    queryKey: ['union', 'choices', q],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/unions', {
          params: { query: { limit: choicesMax, ...(q === '' ? {} : { q }) } },
          signal,
        }),
      ),
    enabled: holds(...roles),
    staleTime: staleMs,
    placeholderData: keepPreviousData,
  });
  const held = (me?.roles ?? []).filter(({ role }) => roles.includes(role)).map(({ path }) => path);
  const unions = (query.data?.items ?? [])
    .filter(({ path }) => held.some((above) => path.startsWith(above)))
    .sort((left, right) => left.path.length - right.path.length);
  return { unions, isPartial: query.data !== undefined && query.data.nextCursor !== null, query };
}
