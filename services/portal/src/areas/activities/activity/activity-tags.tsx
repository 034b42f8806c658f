import { useTranslation } from 'react-i18next';
import type { Activity } from './use-activities.js';

/** Phases in progress are green, phases that wait for somebody are yellow. */
const looks: Readonly<Partial<Record<Activity['phase'], string>>> = {
  proposed: 'is-closing',
  published: 'is-published',
  signUpOpen: 'is-published',
  full: 'is-closing',
  signUpClosed: 'is-closing',
  running: 'is-published',
  ended: 'is-closing',
  closing: 'is-closing',
  cancelled: 'is-cancelled',
};

export function ActivityTags({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { brand, proposal } = activity;
  return (
    <p className="tags">
      <span className={`tag ${looks[activity.phase] ?? ''}`}>{t(`activity.phase.${activity.phase}`)}</span>
      <span className="tag is-kind">{t(`activity.kind.${activity.kind}`)}</span>
      {brand !== null && <span className="tag">{t('activity.brand.tag', { name: brand.name })}</span>}
      {proposal !== null && (
        <span className="tag">{t('activity.proposedBy', { name: proposal.proposer.name })}</span>
      )}
    </p>
  );
}
