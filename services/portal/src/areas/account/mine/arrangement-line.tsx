import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { CodeOfRegistration } from '../../activities/kept-seats/code-of-registration.js';
import type { Arrangement, MyDrawEntry, MyQueuePlace, MyRegistration } from './arrangements.model.js';

interface ArrangementLineProps {
  readonly arrangement: Arrangement;
}

/** One thing that is to come. */
export function ArrangementLine({ arrangement }: ArrangementLineProps) {
  const { kind, one } = arrangement;
  if (kind === 'registration') return <RegistrationLine one={one} />;
  return kind === 'drawEntry' ? <DrawEntryLine one={one} /> : <QueuePlaceLine one={one} />;
}

interface LineProps {
  readonly one: Pick<
    MyRegistration,
    'activityId' | 'activityTitle' | 'activityState' | 'startsAt' | 'endsAt' | 'venue'
  >;
  /** Whether there is a page of its own for it; else that of the activity. */
  readonly to?: string;
  readonly tag: { readonly look: string; readonly text: string };
  readonly children?: ReactNode;
}

/** What, when and where. A cancelled activity matters more than how one stands in it. */
export function Line({ one, to, tag, children }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isCancelled = one.activityState === 'cancelled';
  return (
    <li>
      <div className="mine-head">
        <Link to={to ?? `/activities/${one.activityId}`}>{one.activityTitle}</Link>
        <span className={`tag is-${isCancelled ? 'cancelled' : tag.look}`}>
          {isCancelled ? t('mine.activityCancelled') : tag.text}
        </span>
      </div>
      <p>
        <span>{format.period(one.startsAt, one.endsAt)}</span>
        <span>{one.venue ?? t('activity.venueUnknown')}</span>
      </p>
      {children}
    </li>
  );
}

function RegistrationLine({ one }: { readonly one: MyRegistration }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waitlistPlace, state } = one;
  return (
    <Line one={one} tag={{ look: state, text: t(`mine.registrationState.${state}`) }}>
      <p className="hint">
        {t('mine.heads', { count: one.heads })}
        {waitlistPlace !== null && <span>{t('registration.place', { place: waitlistPlace })}</span>}
      </p>
      {state === 'held' && one.offerExpiresAt !== null && (
        <p>{t('registration.offerUntil', { time: format.instant(one.offerExpiresAt) })}</p>
      )}
      {state === 'confirmed' && (
        <CodeOfRegistration
          code={one.checkInCode}
          title={one.activityTitle}
          time={format.period(one.startsAt, one.endsAt)}
        />
      )}
    </Line>
  );
}

function DrawEntryLine({ one }: { readonly one: MyDrawEntry }) {
  const { t } = useTranslation();
  const format = useFormat(one.timeZone);
  return (
    <Line one={one} tag={{ look: 'waitlisted', text: t('mine.inDraw') }}>
      <p className="hint">
        {t('mine.heads', { count: one.heads })}
        <span>
          {one.drawState === 'frozen'
            ? t('mine.drawing')
            : t('mine.drawnAt', { time: format.instant(one.closesAt) })}
        </span>
      </p>
    </Line>
  );
}

function QueuePlaceLine({ one }: { readonly one: MyQueuePlace }) {
  const { t } = useTranslation();
  const format = useFormat(one.timeZone);
  const { activityId, state, place, turnAt, opensAt } = one;
  const isTurn = state === 'turn';
  return (
    <Line
      one={one}
      to={`/activities/${activityId}/queue`}
      tag={{ look: isTurn ? 'confirmed' : 'waitlisted', text: t(isTurn ? 'mine.turn' : 'mine.inQueue') }}
    >
      <p className="hint">
        {place === null || turnAt === null
          ? t('mine.queueOpens', { time: format.instant(opensAt) })
          : t(isTurn ? 'mine.signUpUntil' : 'mine.turnAt', {
              place,
              time: format.instant(isTurn ? one.signUpClosesAt : turnAt),
            })}
      </p>
    </Line>
  );
}
