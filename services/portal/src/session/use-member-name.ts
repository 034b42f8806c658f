import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askMemberName } from './member-names.js';
import { useNameOf } from './use-name-of.js';
import { useOffices } from './use-offices.js';

const staleMs = 300_000;
/** What the platform hides letters of a name by. */
const hidden = '*';

/**
 * What a member is called whom an answer of the platform names by id and mask: by their full name for officers of their union and
 * for colleagues, else by the mask. Two of one name are told apart by how their phones end.
 */
export function useMemberName(personId: string | null, mask: string): string {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const known = useNameOf()(personId, mask);
  const { data } = useQuery({
    queryKey: ['member', 'name', personId],
    queryFn: () => (personId === null ? null : askMemberName(personId)),
    enabled: personId !== null && known.includes(hidden) && holds('officer'),
    staleTime: staleMs,
  });
  if (!data || !known.includes(hidden)) return known;
  const { name, phoneEnding } = data;
  return phoneEnding === null ? name : t('common.namesake', { name, ending: phoneEnding });
}
