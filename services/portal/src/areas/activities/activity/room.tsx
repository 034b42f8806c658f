import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { standingOf } from './standing.model.js';
import type { Activity } from './use-activities.js';

/** What is left of seats and time. */
export function Room({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { seatsFree, left, opensAt } = standingOf(activity, new Date());
  return (
    <>
      {activity.draw?.decides === true && <span>{t('activity.byDraw')}</span>}
      {seatsFree !== null && seatsFree > 0 && <span>{t('activity.seatsLeft', { count: seatsFree })}</span>}
      {left?.unit === 'soon' && <span>{t('activity.left.soon')}</span>}
      {left !== null && left.unit !== 'soon' && (
        <span>{t(`activity.left.${left.unit}`, { count: left.count })}</span>
      )}
      {opensAt !== null && <span>{t('activity.opensAt', { time: format.instant(opensAt) })}</span>}
    </>
  );
}
