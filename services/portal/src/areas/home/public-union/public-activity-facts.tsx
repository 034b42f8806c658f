import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';

export type PublicActivity = components['schemas']['PublicActivityView'];

/** Time, venue, organiser and free seats. */
export function PublicActivityFacts({ activity }: { readonly activity: PublicActivity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { kind, organiserName, seats, seatsFree } = activity;
  const isOpen = Date.parse(activity.signUpOpensAt) <= Date.now();
  return (
    <>
      <p className="tags">
        <span className="tag is-kind">{t(`activity.kind.${kind}`)}</span>
        {seats > 0 && <Seats free={seatsFree} />}
      </p>
      <p>{format.period(activity.startsAt, activity.endsAt)}</p>
      <p>{activity.venue ?? t('activity.venueUnknown')}</p>
      {organiserName !== null && <p className="hint">{t('publicUnion.by', { name: organiserName })}</p>}
      <p className="hint">
        {isOpen
          ? t('publicUnion.signUpUntil', { time: format.instant(activity.signUpClosesAt) })
          : t('publicUnion.signUp', { time: format.period(activity.signUpOpensAt, activity.signUpClosesAt) })}
      </p>
    </>
  );
}

function Seats({ free }: { readonly free: number }) {
  const { t } = useTranslation();
  if (free <= 0) return <span className="tag is-closing">{t('publicUnion.full')}</span>;
  return <span className="tag is-published">{t('publicUnion.free', { count: free })}</span>;
}
