import { useTranslation } from 'react-i18next';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
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

/** What a phase is for those who come; what goes on among the organisers is not told. */
const plainWords = {
  draft: 'preparing',
  proposed: 'preparing',
  agreed: 'preparing',
  published: 'opening',
  signUpOpen: 'bookable',
  full: 'full',
  signUpClosed: 'signUpClosed',
  running: 'running',
  ended: 'over',
  closing: 'over',
  closed: 'over',
  settled: 'over',
  archived: 'over',
  cancelled: 'cancelled',
} as const satisfies Readonly<Record<Activity['phase'], string>>;

export function ActivityTags({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holdsOffice } = useOffices();
  const { brand, proposal, phase } = activity;
  return (
    <p className="tags">
      <span className={`tag ${looks[phase] ?? ''}`}>
        {t(holdsOffice ? `activity.phase.${phase}` : `activity.shown.${plainWords[phase]}`)}
      </span>
      <span className="tag is-kind">{t(`activity.kind.${activity.kind}`)}</span>
      {brand !== null && <span className="tag">{t('activity.brand.tag', { name: brand.name })}</span>}
      {proposal !== null && (
        <span className="tag">
          {proposal.proposer.id === me?.personId
            ? t('activity.proposedByMe')
            : t('activity.proposedBy', { name: proposal.proposer.name })}
        </span>
      )}
    </p>
  );
}
