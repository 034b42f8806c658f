import './registration.css';
import { Alert } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useIsBarred } from '../eligibility/use-eligibility.js';
import { MyRegistration } from './my-registration.js';
import { type Activity, closedReason, type RegistrationView } from './registration.model.js';
import { useMyRegistration } from './use-registration.js';

/** Loaded only where one can sign up: most readers of an activity do not need it. */
const SignUpFormPanel = lazy(async () => ({ default: (await import('./sign-up-form.js')).SignUpFormPanel }));

/** Everything about taking part in one activity. */
export function RegistrationPanel({ activity }: { readonly activity: Activity }) {
  const mine = useMyRegistration(activity.id);
  if (mine.isPending) return <LoadingState rows={2} />;
  if (mine.isError && mine.data === undefined) {
    return <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />;
  }
  return <Participation activity={activity} registration={mine.data ?? null} />;
}

interface ParticipationProps {
  readonly activity: Activity;
  readonly registration: RegistrationView | null;
}

function Participation({ activity, registration }: ParticipationProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [hasCancelled, setHasCancelled] = useState(false);
  const section = useComeIntoView(registration);
  // The draw decides on the seats, and has its own card.
  if (registration === null && activity.draw?.decides === true) return null;
  return (
    <section className="card registration" aria-labelledby="registration-title" ref={section}>
      <h2 id="registration-title" tabIndex={-1}>
        {t(registration === null ? 'registration.title' : 'registration.mine')}
      </h2>
      {registration !== null && (
        <MyRegistration
          activity={activity}
          registration={registration}
          now={now}
          onCancelled={() => setHasCancelled(true)}
        />
      )}
      {(registration === null || registration.state === 'expired') && (
        <>
          {hasCancelled && <Cancelled />}
          <SignUp activity={activity} now={now} before={registration} />
        </>
      )}
    </section>
  );
}

function Cancelled() {
  const { t } = useTranslation();
  return <Alert type="info" showIcon role="status" title={t('registration.cancelled')} className="notice" />;
}

interface SignUpProps {
  readonly activity: Activity;
  readonly now: Date;
  /** A registration that ran out: its companions need not be typed again. */
  readonly before: RegistrationView | null;
}

function SignUp({ activity, now, before }: SignUpProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const reason = closedReason(activity, now);
  const isBarred = useIsBarred(activity);
  // Why stands above, with whatever may be done about it.
  if (reason === null && isBarred) return <Alert type="info" showIcon title={t('registration.barred')} />;
  if (reason === null) {
    return (
      <Suspense fallback={<LoadingState rows={2} />}>
        <SignUpFormPanel activity={activity} before={before} />
      </Suspense>
    );
  }
  const time = format.instant(activity.signUpOpensAt);
  return <Alert type="info" showIcon title={t(`registration.closedBecause.${reason}`, { time })} />;
}

/** After a long form its end is on the screen, and what has come of it is far above: the page goes there. */
function useComeIntoView(registration: RegistrationView | null) {
  const registrationId = registration?.id ?? null;
  const section = useRef<HTMLElement>(null);
  const before = useRef(registrationId);
  useEffect(() => {
    if (before.current === null && registrationId !== null) {
      section.current?.scrollIntoView({ block: 'start' });
      section.current?.querySelector('h2')?.focus({ preventScroll: true });
    }
    before.current = registrationId;
  }, [registrationId]);
  return section;
}

const tickMs = 10_000;

/** The present moment, so that sign-up opens and closes while the page is open. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
