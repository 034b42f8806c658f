import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useMe } from '../../../session/use-session.js';
import type { Party } from './resource-filters.js';

/** The name of a party. Persons are not looked up: the page shows nobody whose name an id hides. */
function partyNameQuery({ kind, id }: Party) {
  return {
    queryKey: ['party', kind, id],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => nameOf({ kind, id }, signal),
    staleTime: 300_000,
    enabled: kind !== 'person',
  };
}

async function nameOf({ kind, id }: Party, signal: AbortSignal): Promise<string> {
  switch (kind) {
    case 'union':
      return (await request('get', '/unions/{unionId}', { unionId: id }, { signal })).name;
    case 'enterprise':
      return (await request('get', '/enterprises/{enterpriseId}', { enterpriseId: id }, { signal })).name;
    case 'club':
      return (await request('get', '/clubs/{clubId}', { clubId: id }, { signal })).name;
    case 'organisation':
      return (await request('get', '/organisations/{organisationId}', { organisationId: id }, { signal }))
        .name;
    case 'person':
      return '';
  }
}

/** The name of a party as the page shows it, with words for one that is still loading or cannot be read. */
export function usePartyName(party: Party): string {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data, isError } = useQuery(partyNameQuery(party));
  if (party.kind === 'person') return party.id === me?.personId ? t('resource.you') : t('resource.aMember');
  return data ?? (isError ? t('resource.nameUnknown') : t('common.loading'));
}
