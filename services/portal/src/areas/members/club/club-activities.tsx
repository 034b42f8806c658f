import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Club, ClubActivity } from './club.model.js';

interface ClubActivitiesProps {
  readonly club: Club;
  /** When the page came: another moment would be another list. */
  readonly from: string;
}

/** What the club has ahead of it, the next first. */
export function ClubActivities({ club, from }: ClubActivitiesProps) {
  const { t } = useTranslation();
  const list = useList('activity', '/activities', { organiser: `club:${club.id}`, from });
  return (
    <section className="card" aria-labelledby="club-activities-title">
      <h2 id="club-activities-title">{t('club.ahead')}</h2>
      <PagedList list={list} empty={{ text: t('club.nothingAhead') }}>
        {(activities) => (
          <ul className="plain-list">
            {activities.map((activity) => (
              <li key={activity.id}>
                <OneActivity activity={activity} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function OneActivity({ activity }: { readonly activity: ClubActivity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { id, title, startsAt, endsAt, venue, seatsFree } = activity;
  const facts = [
    format.period(startsAt, endsAt),
    venue,
    seatsFree !== null && t(seatsFree > 0 ? 'club.seatsFree' : 'club.seatsNone', { count: seatsFree }),
  ];
  return (
    <>
      <Link to={`/activities/${id}`}>{title}</Link>
      <p className="hint">{facts.filter(Boolean).join(t('common.separator'))}</p>
    </>
  );
}
