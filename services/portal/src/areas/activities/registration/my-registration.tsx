import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { CheckInCode } from '../../../kit/check-in-code.js';
import { AcceptButton, Offer } from './offer.js';
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
      {registration.checkInCode !== null && state === 'confirmed' && (
        <CheckInCode code={registration.checkInCode} />
      )}
      {state === 'confirmed' && (
        <CouponsOfActivity activityId={activity.id} hasTerms={activity.kind === 'welfare'} />
      )}
      {mayCancel(activity, now) && <PushHintPlace state={state} />}
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

/** Nobody signs in at a door that is closed: what is left is what follows it. */
function Over({ activity, registration: { state } }: Pick<MyRegistrationProps, 'activity' | 'registration'>) {
  const { t } = useTranslation();
  const hadSeat = state === 'confirmed';
  const hadNone = state === 'waitlisted' || state === 'held';
  return (
    <>
      <Alert
        type="info"
        showIcon
        role="status"
        title={t(hadNone ? 'registration.overWithoutSeat' : 'registration.over')}
        description={hadSeat && <Link to="/my">{t('registration.afterwards')}</Link>}
        className="notice"
      />
      {hadSeat && <CouponsOfActivity activityId={activity.id} hasTerms={activity.kind === 'welfare'} />}
    </>
  );
}

/** Most activities ask no questions; a cancelled registration has no answers any more. */
function Answers({ activity, registration, now }: Omit<MyRegistrationProps, 'onCancelled'>) {
  const { state } = registration;
  if (activity.formVersion === 0 || state === 'cancelled' || state === 'expired') return null;
  const mayChange = closedReason(activity, now) === null;
  return <MyAnswers activity={activity} registration={registration} mayChange={mayChange} />;
}

type StandingProps = Pick<MyRegistrationProps, 'activity' | 'registration'>;

function Standing({ activity: { timeZone, waitlistFairShareDays }, registration }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { waitlistPlace, waitlistReason, waitlistCap, heads, poolName, companions, registeredAt } =
    registration;
  const names = companions.map(({ name, ageBand }) =>
    ageBand === null ? name : `${name} (${t(`registration.ageBand.${ageBand}`)})`,
  );
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
      {names.length > 0 && <li>{names.join(t('common.separator'))}</li>}
      <li>{t('registration.poolName', { name: poolName })}</li>
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
  waitlisted: {
    name: 'registration.cancel',
    question: 'registration.cancelWaitingQuestion',
    yes: 'registration.cancelYes',
  },
  held: {
    name: 'registration.decline',
    question: 'registration.declineQuestion',
    yes: 'registration.declineYes',
  },
} as const;

interface CancelButtonProps {
  readonly activityId: string;
  readonly registration: RegistrationView;
  readonly onCancelled: () => void;
}

function CancelButton({ activityId, registration, onCancelled }: CancelButtonProps) {
  const { t } = useTranslation();
  const cancel = useCancelRegistration(activityId);
  const words =
    cancelWords[
      registration.state === 'waitlisted' || registration.state === 'held' ? registration.state : 'confirmed'
    ];
  return (
    <>
      {cancel.isError && <Refusal title={t('registration.cancelFailed')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={t(words.question)}
        confirmText={t(words.yes)}
        onConfirm={() => cancel.mutate(registration, { onSuccess: onCancelled })}
      >
        {t(words.name)}
      </ConfirmButton>
    </>
  );
}
