import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ErrorState } from '../../../kit/states.js';
import { ArrangementLine } from './arrangement-line.js';
import { type Arranged, arrangementsOf } from './arrangements.model.js';
import { PastLine } from './past-line.js';
import { useFollowUps } from '../../activities/registration/use-follow-ups.js';
import { useMyRegistrations } from './use-my-registrations.js';

/** Everything the reader takes part in or waits for, the soonest first; below it what is over, with what is left to do. */
export function MyArrangements() {
  const { t } = useTranslation();
  const registrations = useMyRegistrations();
  const draws = useList('draw', '/me/draw-entries', {});
  const queues = useList('queue', '/me/queue-places', {});
  const { items: drawEntries = [] } = draws;
  const { items: queuePlaces = [] } = queues;
  const waits = drawEntries.length + queuePlaces.length;
  // Whoever waits for a draw alone has no registration yet, and is not told that there is nothing; nor is whoever may wait.
  const hasNone = registrations.items?.length === 0;
  const failed = [draws, queues].filter(({ error }) => error !== null);
  return (
    <section className="card" aria-labelledby="my-arrangements-title">
      <h2 id="my-arrangements-title">{t('mine.arrangements')}</h2>
      {failed[0] !== undefined && (
        <ErrorState
          title={t('mine.waitsFailed')}
          error={failed[0].error}
          onRetry={() => failed.forEach((one) => void one.refetch())}
        />
      )}
      {hasNone && (waits > 0 || failed.length > 0) ? (
        <Lists registrations={[]} drawEntries={drawEntries} queuePlaces={queuePlaces} />
      ) : (
        <PagedList
          list={registrations}
          empty={{
            text: t('mine.noArrangements'),
            action: <Link to="/activities">{t('common.toActivities')}</Link>,
          }}
        >
          {(items) => <Lists registrations={items} drawEntries={drawEntries} queuePlaces={queuePlaces} />}
        </PagedList>
      )}
    </section>
  );
}

function Lists(arranged: Arranged) {
  const { t } = useTranslation();
  const { ahead, past } = arrangementsOf(arranged, new Date());
  const followUps = useFollowUps();
  const hasSurvey = past.some(({ one }) => followUps.surveys.has(one.activityId));
  return (
    <>
      {ahead.length === 0 && <p className="hint">{t('mine.nothingAhead')}</p>}
      <ul className="plain-list mine-lines">
        {ahead.map((arrangement) => (
          <ArrangementLine key={arrangement.id} arrangement={arrangement} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="past" open={hasSurvey}>
          <summary>{t('mine.past', { count: past.length })}</summary>
          <ul className="plain-list mine-lines">
            {past.map((arrangement) => (
              <PastLine key={arrangement.id} arrangement={arrangement} followUps={followUps} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
