import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { AddCompanion } from '../registration/add-companion.js';
import { CompanionList } from '../registration/companion-list.js';
import type { RegistrationView as Registration } from '../registration/registration.model.js';
import type { Activity } from '../activity/activity-form.js';
import { PromoteForm } from './promote-form.js';

interface RegistrationDetailProps {
  readonly activity: Activity;
  readonly registrationId: string;
  readonly onClose: () => void;
}

const overStates: readonly Registration['state'][] = ['cancelled', 'expired'];

/** One registration with its companions, and what an officer may change of it. */
export function RegistrationDetail({ activity, registrationId, onClose }: RegistrationDetailProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead('registration', '/registrations/{registrationId}', {
    registrationId,
  });
  if (isPending) return <LoadingState rows={1} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const hasBegun = new Date(activity.startsAt) <= new Date();
  const isOpen = activity.state === 'published' && !hasBegun && !overStates.includes(data.state);
  return (
    <div className="registration-detail">
      <Facts registration={data} activity={activity} />
      <CompanionList registration={data} mayLeave={isOpen} />
      {isOpen && data.state === 'waitlisted' && <PromoteForm registration={data} />}
      {isOpen && <Cancel registration={data} />}
      {isOpen && data.companions.length < activity.companionsMax && (
        <AddCompanion registration={data} isAgeRequired={activity.kind === 'parentChild'} />
      )}
      <Button onClick={onClose}>{t('registrations.close')}</Button>
    </div>
  );
}

interface FactsProps {
  readonly registration: Registration;
  readonly activity: Activity;
}

function Facts({ registration, activity: { timeZone, waitlistFairShareDays: days } }: FactsProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { state, companions, waitlistReason, waitlistCap, waitlistCame, offerExpiresAt, checkInCode } =
    registration;
  return (
    <ul className="plain-list">
      {companions.length === 0 && <li>{t('registrations.alone')}</li>}
      {waitlistReason !== null && (
        <li>{t(`registration.reason.${waitlistReason}`, { cap: waitlistCap ?? '' })}</li>
      )}
      {days !== null && waitlistCame !== null && (
        <li>{t('registrations.came', { days, count: waitlistCame })}</li>
      )}
      {state === 'held' && offerExpiresAt !== null && (
        <li>{t('registrations.offerUntil', { time: format.instant(offerExpiresAt) })}</li>
      )}
      {checkInCode !== null && <li>{t('checkIn.codeIs', { code: checkInCode })}</li>}
    </ul>
  );
}

function Cancel({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation();
  const cancel = useCommand('registration', 'post', '/registrations/{registrationId}/cancel');
  return (
    <>
      {cancel.isError && <Refusal title={t('registrations.notCancelled')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={t('registrations.cancelQuestion')}
        confirmText={t('registrations.cancel')}
        onConfirm={() =>
          cancel.mutate({ registrationId: registration.id, version: registration.version, body: {} })
        }
      >
        {t('registrations.cancel')}
      </ConfirmButton>
    </>
  );
}
