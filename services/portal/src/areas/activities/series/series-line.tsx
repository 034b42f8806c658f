import '../../../kit/styles/recurrence.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Activity } from '../activity/use-activities.js';
import { neighboursOf } from './neighbours.model.js';
import { useSeries } from './use-series.js';

/** The place of an activity in its series, with links to those before and after it that the reader may see. */
export function SeriesLine({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { data } = useSeries(activity.seriesId);
  const { previous, following } = neighboursOf(data?.occurrences ?? [], activity.seriesNumber ?? 0);
  return (
    <nav className="series-line" aria-label={t('series.title')}>
      <span>
        {t('series.partOf', { number: activity.seriesNumber ?? 0, size: activity.seriesSize ?? 0 })}
      </span>
      {previous !== null && (
        <Link to={`/activities/${previous.activityId}`}>
          {t('series.previous', { time: format.instant(previous.startsAt) })}
        </Link>
      )}
      {following !== null && (
        <Link to={`/activities/${following.activityId}`}>
          {t('series.following', { time: format.instant(following.startsAt) })}
        </Link>
      )}
      <Link to={`/activity-series/${activity.seriesId ?? ''}`}>{t('series.open')}</Link>
    </nav>
  );
}
