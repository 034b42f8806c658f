import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useMe } from '../../../session/use-session.js';
import type { Party } from './resource-filters.js';

/** What a party is called. Persons are not looked up: nobody is told here whose name an id hides. */
export function partyNameQuery({ kind, id }: Party) {
  return {
    queryKey: ['party', kind, id],
    queryFn: () => nameOf(kind, id),
    staleTime: 300_000,
    enabled: kind !== 'person',
  };
}

async function nameOf(kind: Party['kind'], id: string): Promise<string> {
  switch (kind) {
    case 'union':
      return (await answerOf(api.GET('/api/v1/unions/{unionId}', { params: { path: { unionId: id } } })))
        .name;
    case 'enterprise': {
      const path = { enterpriseId: id };
      return (await answerOf(api.GET('/api/v1/enterprises/{enterpriseId}', { params: { path } }))).name;
    }
    case 'club':
      return (await answerOf(api.GET('/api/v1/clubs/{clubId}', { params: { path: { clubId: id } } }))).name;
    case 'organisation': {
      const path = { organisationId: id };
      return (await answerOf(api.GET('/api/v1/organisations/{organisationId}', { params: { path } }))).name;
    }
    case 'person':
      return '';
  }
}

/** A name to show; where it is still on its way, or cannot be had, words for that. */
export function usePartyName(party: Party): string {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data, isError } = useQuery(partyNameQuery(party));
  if (party.kind === 'person') return party.id === me?.personId ? t('resource.you') : t('resource.aMember');
  return data ?? (isError ? t('resource.nameUnknown') : t('common.loading'));
}
