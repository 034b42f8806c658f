import './queue.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { closedReason } from '../registration/registration.model.js';
import { RegistrationPanel } from '../registration/registration-panel.js';
import { useMyRegistration } from '../registration/use-registration.js';
import type { Phase } from './queue.model.js';
import { type Place, usePlace } from './use-queue.js';
import { useStanding } from './use-standing.js';

type Terms = NonNullable<Activity['queue']>;

interface QueueCardProps {
  readonly activity: Activity;
  readonly queue: Terms;
}

/** In the place of the sign-up, until it is the person's turn. */
export function QueueCard({ activity, queue }: QueueCardProps) {
  const mine = useMyRegistration(activity.id);
  const place = usePlace(activity.id);
  const isRegistered = mine.data !== undefined && mine.data !== null && mine.data.state !== 'expired';
  if (isRegistered || isOver(activity)) return <RegistrationPanel activity={activity} />;
  if (place.isPending || mine.isPending) return <LoadingState rows={2} />;
  if (place.data === undefined)
    return <ErrorState error={place.error} onRetry={() => void place.refetch()} />;
  return <Waiting activity={activity} queue={queue} place={place.data} receivedAt={place.dataUpdatedAt} />;
}

function isOver(activity: Activity): boolean {
  const reason = closedReason(activity, new Date());
  return reason !== null && reason !== 'notOpenYet';
}

interface WaitingProps extends QueueCardProps {
  readonly place: Place;
  readonly receivedAt: number;
}

function Waiting({ activity, queue, place, receivedAt }: WaitingProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const navigate = useNavigate();
  const { phase, ahead } = useStanding(place, queue.joinFrom, receivedAt).standing;
  if (phase === 'turn') return <RegistrationPanel activity={activity} />;
  const isIn = place.state !== 'none';
  return (
    <section className="card" aria-labelledby="queue-title">
      <h2 id="queue-title">{t('queue.title')}</h2>
      <p>
        <strong>{phase === 'waiting' ? t('queue.aheadOfMe', { count: ahead }) : t(phaseText(phase))}</strong>
      </p>
      <p className="hint">{t('queue.noHurry')}</p>
      <p className="hint">
        {t('queue.times', {
          joinFrom: format.instant(queue.joinFrom),
          opensAt: format.instant(queue.opensAt),
        })}
      </p>
      <Button type="primary" block onClick={() => void navigate(`/activities/${activity.id}/queue`)}>
        {t(isIn || phase === 'ahead' ? 'queue.toPage' : 'queue.join')}
      </Button>
    </section>
  );
}

/** Only the queue's own page joins by itself. */
function phaseText(phase: Phase) {
  return phase === 'joinable' ? ('queue.mayJoin' as const) : (`queue.phase.${phase}` as const);
}
