import './queue.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { timeLeft } from '../draw/draw-times.js';
import { OfActivity } from '../activity/of-activity.js';
import type { Standing } from './queue.model.js';
import { useAutoJoin } from './use-auto-join.js';
import { type Place, usePlace } from './use-queue.js';
import { useStanding } from './use-standing.js';

const QueueHow = lazyPart('QueueHow', () => import('./queue-how.js'), { rows: 1 });

type Terms = NonNullable<Activity['queue']>;

/** The page that people leave open while they wait for their turn. */
export function QueuePage() {
  const { activityId = '' } = useParams();
  // Read together with its activity, not after it.
  usePlace(activityId);
  return (
    <OfActivity>
      {(activity) =>
        activity.queue === null || activity.state !== 'published' ? (
          <NoQueue activity={activity} />
        ) : (
          <InQueue activity={activity} queue={activity.queue} />
        )
      }
    </OfActivity>
  );
}

/** There is no queue, or it was switched off: one signs up as elsewhere. */
function NoQueue({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('queue.titleOf', { title: activity.title })} back={`/activities/${activity.id}`} />
      <EmptyState text={t('queue.none')}>
        <p>
          <Link to={`/activities/${activity.id}`}>{t('queue.toActivity')}</Link>
        </p>
      </EmptyState>
    </>
  );
}

interface QueueProps {
  readonly activity: Activity;
  readonly queue: Terms;
}

function InQueue({ activity, queue }: QueueProps) {
  const place = usePlace(activity.id);
  if (isMissing(place.error)) return <NoQueue activity={activity} />;
  if (place.data !== undefined)
    return (
      <OnePlace
        activity={activity}
        queue={queue}
        place={place.data}
        receivedAt={place.dataUpdatedAt}
        isCutOff={place.isError}
      />
    );
  if (place.isPending) return <LoadingState rows={6} />;
  return <ErrorState error={place.error} onRetry={() => void place.refetch()} />;
}

interface OnePlaceProps extends QueueProps {
  readonly place: Place;
  readonly receivedAt: number;
  /** The last read failed: what is shown is computed from the one before. */
  readonly isCutOff: boolean;
}

function OnePlace({ activity, queue, place, receivedAt, isCutOff }: OnePlaceProps) {
  const { t } = useTranslation();
  const { standing, now } = useStanding(place, queue.joinFrom, receivedAt);
  const join = useAutoJoin(activity.id, standing.phase);
  const isTurn = standing.phase === 'turn';
  const { title } = activity;
  return (
    <>
      <PageHead
        title={t(isTurn ? 'queue.turnTitle' : 'queue.titleOf', { title })}
        back={`/activities/${activity.id}`}
      />
      <section className="card queue-place" aria-labelledby="queue-now">
        <h2 id="queue-now" className="visually-hidden">
          {t('queue.now')}
        </h2>
        {/* Said aloud when it changes, and only then: the seconds are not. */}
        <p className="queue-phase" role="status" aria-live="assertive">
          {t(`queue.phase.${standing.phase}`)}
        </p>
        <Figures place={place} standing={standing} now={now} joinFrom={queue.joinFrom} />
        {join.isError && (
          <>
            <Refusal title={t('queue.notJoined')} error={join.error} />
            <Button onClick={() => join.mutate(null)}>{t('common.retry')}</Button>
          </>
        )}
        {isTurn && <ToSignUp activity={activity} />}
        {isCutOff && <p className="hint">{t('queue.cutOff')}</p>}
      </section>
      <Times activity={activity} queue={queue} place={place} />
      <QueueHow activityId={activity.id} place={place} />
    </>
  );
}

interface FiguresProps {
  readonly place: Place;
  readonly standing: Standing;
  readonly now: Date;
  readonly joinFrom: string;
}

/** The number, how many people are ahead and how long it takes, as far as known. */
function Figures({ place, standing, now, joinFrom }: FiguresProps) {
  const { t } = useTranslation();
  const { phase, ahead, share } = standing;
  if (phase === 'ahead') return <Left text="queue.joinsIn" until={joinFrom} now={now} />;
  if (phase === 'before')
    return (
      <>
        <Left text="queue.opensIn" until={place.opensAt} now={now} />
        <p className="hint">{t('queue.joined', { count: place.joined })}</p>
      </>
    );
  if (place.place === null || place.turnAt === null) return null;
  return (
    <>
      <p className="queue-number">
        <span>{t('queue.myPlace')}</span>
        <strong>{t('queue.number', { place: place.place })}</strong>
      </p>
      {phase === 'waiting' && (
        <>
          <p className="queue-ahead">{t('queue.aheadOfMe', { count: ahead })}</p>
          <progress className="queue-bar" value={share} max={1} aria-label={t('queue.way')} />
          <Left text="queue.turnIn" until={place.turnAt} now={now} />
        </>
      )}
    </>
  );
}

interface LeftProps {
  readonly text: 'queue.joinsIn' | 'queue.opensIn' | 'queue.turnIn';
  readonly until: string;
  readonly now: Date;
}

function Left({ text, until, now }: LeftProps) {
  const { t } = useTranslation();
  const { unit, count } = timeLeft(until, now);
  return <p className="queue-left">{t(text, { left: t(`queue.left.${unit}`, { count }) })}</p>;
}

/** The page does not sign up by itself: companions and answers have to be typed. */
function ToSignUp({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Button type="primary" size="large" block onClick={() => void navigate(`/activities/${activity.id}`)}>
        {t('queue.signUp')}
      </Button>
      <p className="hint">{t('queue.turnStays')}</p>
    </>
  );
}

function Times({ activity, queue, place }: QueueProps & { readonly place: Place }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <>
      {place.state !== 'none' && place.place === null && (
        <Alert type="info" showIcon className="notice" title={t('queue.mayLeave')} />
      )}
      <p className="hint">
        {t('queue.times', {
          joinFrom: format.instant(queue.joinFrom),
          opensAt: format.instant(place.opensAt),
        })}{' '}
        {t('queue.speed', { count: place.perMinute })}
      </p>
    </>
  );
}
