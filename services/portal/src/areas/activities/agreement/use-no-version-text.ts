import { useTranslation } from 'react-i18next';
import type { Activity } from '../activity/activity-form.js';
import { useCoHosts } from '../hosts/use-co-hosts.js';

/** Why there is no agreement: it is still to be written, nobody else hosts, or those who are invited have not answered. */
export function useNoVersionText(activity: Activity): string {
  const { t } = useTranslation();
  const coHosts = useCoHosts(activity.id);
  if (activity.agreementRequired) return t('agreement.none');
  const unanswered = (coHosts.data?.items ?? []).filter(
    ({ state }) => state === 'invited' || state === 'countered',
  );
  if (unanswered.length === 0) return t('agreement.notNeeded');
  const names = unanswered.map(({ party }) => party.name).join(t('common.separator'));
  return t('agreement.unanswered', { names });
}
