import { useTranslation } from 'react-i18next';
import type { Activity } from './use-activities.js';

export function ActivityTags({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  return (
    <p className="tags">
      <span className={`tag is-${activity.state}`}>{t(`activity.state.${activity.state}`)}</span>
      <span className="tag is-kind">{t(`activity.kind.${activity.kind}`)}</span>
    </p>
  );
}
