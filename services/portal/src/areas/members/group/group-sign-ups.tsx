import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';

/** How many of the group have signed up for what lies ahead: figures, never who. */
export function GroupSignUps({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation();
  const query = useRead('registration', '/groups/{groupId}/sign-ups', { groupId });
  return (
    <section className="card" aria-labelledby="group-sign-ups-title">
      <h2 id="group-sign-ups-title">{t('group.signUps')}</h2>
      <p className="hint">{t('group.signUpsHint')}</p>
      <Loaded query={query}>{(found) => <Figures found={found} />}</Loaded>
    </section>
  );
}

type Found = AnswerAt<'/groups/{groupId}/sign-ups'>;

function Figures({ found: { people, isCounted, activities } }: { readonly found: Found }) {
  const { t } = useTranslation();
  if (!isCounted) return <p>{t('group.tooFewToCount')}</p>;
  if (activities.length === 0) return <p>{t('group.nobodySignedUp')}</p>;
  return (
    <ul className="plain-list">
      {activities.map((activity) => (
        <li key={activity.activityId}>
          <OneActivity activity={activity} people={people} />
        </li>
      ))}
    </ul>
  );
}

interface OneActivityProps {
  readonly activity: Found['activities'][number];
  readonly people: number;
}

function OneActivity({ activity, people }: OneActivityProps) {
  const { t } = useTranslation();
  const { instant } = useFormat(activity.timeZone);
  const { activityId, activityTitle, startsAt, signedUp } = activity;
  return (
    <>
      <Link to={`/activities/${activityId}`}>{activityTitle}</Link>
      <p className="hint">
        {[instant(startsAt), t('group.signedUp', { signedUp, people })].join(t('common.separator'))}
      </p>
    </>
  );
}
