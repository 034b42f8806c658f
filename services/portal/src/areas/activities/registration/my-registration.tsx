import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { CheckInCode } from '../../../kit/check-in-code.js';
import { ShareButton } from '../../../kit/share-button.js';
import { AddToCalendar } from '../calendar-event/add-to-calendar.js';
import { useMyCoupons } from '../give-away/use-give-away.js';
import { MapLink } from '../way-there/map-link.js';
import { AcceptButton, Offer } from './offer.js';
import { CompanionList } from './companion-list.js';
import { PushHintPlace } from './push-hint-place.js';
import {
  type Activity,
  closedReason,
  isOver,
  mayCancel,
  type RegistrationView,
} from './registration.model.js';
import { useCancelRegistration } from './use-registration.js';

const MyAnswers = lazyPart('MyAnswers', () => import('../sign-up-form/my-answers.js'), {
  rows: 1,
  texts: ['signUpForm'],
});

/** Few activities have a give-away. */
const CouponsOfActivity = lazyPart('CouponsOfActivity', () => import('../give-away/coupons-of-activity.js'), {
  rows: 1,
  texts: ['giveAway'],
});

const AddOwnCompanion = lazyPart('AddOwnCompanion', () => import('./add-companion.js'), { rows: 1 });
const Afterwards = lazyPart('Afterwards', () => import('./afterwards.js'), { rows: 1, texts: ['mine'] });

interface MyRegistrationProps {
  readonly activity: Activity;
  readonly registration: RegistrationView;
  readonly now: Date;
  readonly onCancelled: () => void;
}

const alertTypes = {
  confirmed: 'success',
  waitlisted: 'warning',
  held: 'warning',
  cancelled: 'info',
  expired: 'info',
} as const;

/** My registration: seated or on the waitlist, at which place and why, and the way to cancel; or that it is over. */
export function MyRegistration(props: MyRegistrationProps) {
  return isOver(props.activity, props.now) ? <Over {...props} /> : <Current {...props} />;
}

function Current({ activity, registration, now, onCancelled }: MyRegistrationProps) {
  const { t } = useTranslation();
  const { state } = registration;
  return (
    <>
      <Alert
        type={alertTypes[state]}
        showIcon
        role="status"
        title={t(`registration.state.${state}`)}
        description={<Standing activity={activity} registration={registration} />}
        className="notice"
      />
      {state === 'confirmed' && <Ticket activity={activity} registration={registration} now={now} />}
      {mayCancel(activity, now) && <PushHintPlace state={state} />}
      <Party activity={activity} registration={registration} now={now} />
      <Answers activity={activity} registration={registration} now={now} />
      {mayCancel(activity, now) && state === 'held' && (
        <AcceptButton activityId={activity.id} registration={registration} />
      )}
      {mayCancel(activity, now) && state !== 'cancelled' && state !== 'expired' && (
        <CancelButton activityId={activity.id} registration={registration} onCancelled={onCancelled} />
      )}
    </>
  );
}

type HeldProps = Pick<MyRegistrationProps, 'activity' | 'registration'>;
type PartyProps = Omit<MyRegistrationProps, 'onCancelled'>;

/** The code for the door. Where something is given away, that comes first, and its code is the one to be shown. */
function Ticket({ activity, registration: { id, checkInCode }, now }: PartyProps) {
  const { t } = useTranslation();
  const { items: coupons = [] } = useMyCoupons(activity.id);
  const hasCoupon = coupons.some(({ state }) => state === 'issued');
  const coupon = <CouponsOfActivity activityId={activity.id} hasTerms={activity.kind === 'welfare'} />;
  const format = useFormat(activity.timeZone);
  const time = format.period(activity.startsAt, activity.endsAt);
  const code = checkInCode !== null && <CheckInCode code={checkInCode} title={activity.title} time={time} />;
  return (
    <>
      {hasCoupon ? (
        <>
          {coupon}
          {code !== false && (
            <details className="fold">
              <summary>{t('registration.doorCode')}</summary>
              {code}
            </details>
          )}
        </>
      ) : (
        <>
          {code}
          {coupon}
        </>
      )}
      {mayCancel(activity, now) && <BeforeIt activity={activity} registrationId={id} />}
    </>
  );
}

interface BeforeItProps {
  readonly activity: Activity;
  readonly registrationId: string;
}

/** What whoever has a seat does next: note the time, find the way, ask others along. */
function BeforeIt({ activity, registrationId }: BeforeItProps) {
  const { t } = useTranslation();
  const { id, title, startsAt, endsAt, venue } = activity;
  const url = `${location.origin}/public/activities/${id}`;
  return (
    <div className="actions">
      <AddToCalendar
        activityId={id}
        registrationId={registrationId}
        title={title}
        startsAt={startsAt}
        endsAt={endsAt}
        venue={venue}
      />
      <MapLink activity={activity} />
      <ShareButton
        title={title}
        url={url}
        label={t('registration.share')}
        doneText={t('registration.shareCopied')}
        failedText={t('registration.shareByHand', { url })}
      />
    </div>
  );
}

/** Nobody signs in at a door that is closed: what is left is what follows it. */
function Over({ activity, registration: { state } }: HeldProps) {
  const { t } = useTranslation();
  if (state === 'confirmed')
    return (
      <>
        <Afterwards activityId={activity.id} />
        <CouponsOfActivity activityId={activity.id} hasTerms={activity.kind === 'welfare'} />
      </>
    );
  const hadNone = state === 'waitlisted' || state === 'held';
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t(hadNone ? 'registration.overWithoutSeat' : 'registration.outcome.over')}
      className="notice"
    />
  );
}

/** Who comes along, one by one: each may stay at home, and more may come while sign-up is open. */
function Party({ activity, registration, now }: PartyProps) {
  const { state, companions } = registration;
  const isHeldOn = state !== 'cancelled' && state !== 'expired';
  const mayAdd =
    isHeldOn &&
    activity.draw?.decides !== true &&
    companions.length < activity.companionsMax &&
    closedReason(activity, now) === null;
  if (companions.length === 0 && !mayAdd) return null;
  return (
    <>
      <CompanionList registration={registration} mayLeave={isHeldOn && mayCancel(activity, now)} />
      {mayAdd && (
        <AddOwnCompanion registration={registration} isAgeRequired={activity.kind === 'parentChild'} />
      )}
    </>
  );
}

/** Most activities ask no questions; a cancelled registration has no answers any more. */
function Answers({ activity, registration, now }: PartyProps) {
  const { state } = registration;
  if (activity.formVersion === 0 || state === 'cancelled' || state === 'expired') return null;
  const mayChange = closedReason(activity, now) === null;
  return <MyAnswers activity={activity} registration={registration} mayChange={mayChange} />;
}

type StandingProps = Pick<MyRegistrationProps, 'activity' | 'registration'>;

function Standing({ activity: { timeZone, waitlistFairShareDays }, registration }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { waitlistPlace, waitlistReason, waitlistCap, heads, registeredAt } = registration;
  return (
    <ul className="plain-list">
      <Offer registration={registration} timeZone={timeZone} />
      {waitlistPlace !== null && <li>{t('registration.place', { place: waitlistPlace })}</li>}
      {waitlistReason !== null && (
        <li>{t(`registration.reason.${waitlistReason}`, { cap: waitlistCap ?? '' })}</li>
      )}
      <FairPlace days={waitlistFairShareDays} came={registration.waitlistCame} />
      {waitlistPlace !== null && waitlistReason !== 'PROMOTION_OVER' && (
        <li>{t('registration.placeHint')}</li>
      )}
      <li>{t('registration.heads', { count: heads })}</li>
      <li>{t('registration.registeredAt', { time: format.instant(registeredAt) })}</li>
    </ul>
  );
}

/** Why I have this place, where those who came less often go first on the waitlist. */
function FairPlace({ days, came }: { readonly days: number | null; readonly came: number | null }) {
  const { t } = useTranslation();
  if (days === null || came === null) return null;
  return (
    <li>
      {came === 0
        ? t('registration.fairLine.first')
        : t('registration.fairLine.behind', { days, count: came })}
    </li>
  );
}

const cancelWords = {
  confirmed: {
    name: 'registration.cancel',
    question: 'registration.cancelQuestion',
    yes: 'registration.cancelYes',
  },
  party: {
    name: 'registration.cancel',
    question: 'registration.cancelPartyQuestion',
    yes: 'registration.cancelYes',
  },
  waitlisted: {
    name: 'registration.leaveWaiting',
    question: 'registration.cancelWaitingQuestion',
    yes: 'registration.leaveWaiting',
  },
  held: {
    name: 'registration.decline',
    question: 'registration.declineQuestion',
    yes: 'registration.declineYes',
  },
} as const;

/** Whoever comes with others may have meant one of them. */
function wordsOf(state: RegistrationView['state'], heads: number): keyof typeof cancelWords {
  if (state === 'waitlisted' || state === 'held') return state;
  return heads > 1 ? 'party' : 'confirmed';
}

interface CancelButtonProps {
  readonly activityId: string;
  readonly registration: RegistrationView;
  readonly onCancelled: () => void;
}

function CancelButton({ activityId, registration, onCancelled }: CancelButtonProps) {
  const { t } = useTranslation();
  const cancel = useCancelRegistration(activityId);
  const { heads, state } = registration;
  const words = cancelWords[wordsOf(state, heads)];
  return (
    <>
      {cancel.isError && <Refusal title={t('registration.cancelFailed')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={t(words.question, { count: heads })}
        confirmText={t(words.yes)}
        onConfirm={() => cancel.mutate(registration, { onSuccess: onCancelled })}
      >
        {t(words.name)}
      </ConfirmButton>
    </>
  );
}
