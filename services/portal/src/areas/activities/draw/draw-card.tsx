import './draw.css';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { DrawHow } from './draw-how.js';
import { type DrawPhase, phaseOf, timeLeft } from './draw-times.js';
import { MyEntry } from './my-entry.js';
import { type Draw, useDraw } from './use-draw.js';

/** A draw for those who may enter it: when, how, and their own result. */
export function DrawCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const draw = useDraw(activity.draw?.id ?? '');
  return (
    <section className="card" aria-labelledby="draw-title">
      <h2 id="draw-title">{t('draw.title')}</h2>
      {draw.isPending && <LoadingState rows={4} />}
      {draw.isError && draw.data === undefined && (
        <ErrorState error={draw.error} onRetry={() => void draw.refetch()} />
      )}
      {draw.data !== undefined && <OneDraw activity={activity} draw={draw.data} />}
    </section>
  );
}

function OneDraw({ activity, draw }: { readonly activity: Activity; readonly draw: Draw }) {
  const now = useNow();
  const phase = phaseOf(draw, now);
  return (
    <>
      <Standing draw={draw} phase={phase} now={now} />
      <MyEntry activity={activity} draw={draw} phase={phase} />
      <Outcome draw={draw} />
      <DrawHow draw={draw} />
    </>
  );
}

function Standing({
  draw,
  phase,
  now,
}: {
  readonly draw: Draw;
  readonly phase: DrawPhase;
  readonly now: Date;
}) {
  const { t } = useTranslation();
  const format = useFormat(draw.timeZone);
  const { entries, settled, state } = draw;
  return (
    <>
      <p>
        <strong>{t(`draw.phase.${phase}`)}</strong>
        {(phase === 'ahead' || phase === 'open') && <Left draw={draw} phase={phase} now={now} />}
      </p>
      <p className="hint">
        {t('draw.window', { period: format.period(draw.opensAt, draw.closesAt) })}
        {(phase === 'open' || phase === 'closing') && (
          <>
            <br />
            {t('draw.entries', { count: entries })}
          </>
        )}
      </p>
      {state === 'frozen' && <p role="status">{t('draw.settled', { settled, entries })}</p>}
    </>
  );
}

interface LeftProps {
  readonly draw: Draw;
  readonly phase: 'ahead' | 'open';
  readonly now: Date;
}

function Left({ draw, phase, now }: LeftProps) {
  const { t } = useTranslation();
  const { unit, count } = timeLeft(phase === 'ahead' ? draw.opensAt : draw.closesAt, now);
  const left = t(`draw.left.${unit}`, { count });
  return (
    <span className="draw-left"> {t(phase === 'ahead' ? 'draw.opensIn' : 'draw.closesIn', { left })}</span>
  );
}

function Outcome({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const { state, entries, winners, cancelReason } = draw;
  if (state === 'cancelled') {
    const title =
      cancelReason === null ? t('draw.cancelledByRule') : t('draw.cancelled', { reason: cancelReason });
    return <Alert type="warning" showIcon className="notice" title={title} />;
  }
  if (state !== 'drawn') return null;
  return (
    <>
      <p>{t('draw.winners', { entries, winners: winners ?? 0 })}</p>
      <p>
        <Link to={`/draws/${draw.id}/proof`} className="draw-link">
          {t('draw.proof')}
        </Link>
      </p>
    </>
  );
}

const tickMs = 1_000;

/** The present moment, so that entry opens and closes while the page is open. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
