import { useTranslation } from 'react-i18next';
import type { Activity } from './use-activities.js';

export function ActivityTags({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { brand, proposal } = activity;
  return (
    <p className="tags">
      <span className={`tag is-${activity.state}`}>{t(`activity.state.${activity.state}`)}</span>
      <span className="tag is-kind">{t(`activity.kind.${activity.kind}`)}</span>
      {brand !== null && <span className="tag">{t('activity.brand.tag', { name: brand.name })}</span>}
      {proposal !== null && (
        <span className="tag">{t('activity.proposedBy', { name: proposal.proposer.name })}</span>
      )}
    </p>
  );
}
