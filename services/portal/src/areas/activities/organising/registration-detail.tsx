import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import {
  type AgeBand,
  ageBands,
  hasMinor,
  type RegistrationView as Registration,
} from '../registration/registration.model.js';
import { GuardianConsent } from '../registration/guardian-consent.js';
import type { Activity } from '../activity/activity-form.js';
import { PromoteForm } from './promote-form.js';
import { Input } from '../../../kit/input.js';

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
      {companions.map(({ name, ageBand }, index) => (
        <li key={index}>
          {ageBand === null
            ? name
            : t('registrations.companionIs', { name, age: t(`registration.ageBand.${ageBand}`) })}
        </li>
      ))}
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
  const send = (body: { readonly companions?: number }): void =>
    cancel.mutate({ registrationId: registration.id, version: registration.version, body });
  return (
    <>
      {cancel.isError && <Refusal title={t('registrations.notCancelled')} error={cancel.error} />}
      {registration.companions.length > 0 && (
        <ConfirmButton
          loading={cancel.isPending}
          question={t('registrations.giveBackQuestion')}
          confirmText={t('registrations.giveBack')}
          onConfirm={() => send({ companions: 1 })}
        >
          {t('registrations.giveBack')}
        </ConfirmButton>
      )}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={t('registrations.cancelQuestion')}
        confirmText={t('registrations.cancel')}
        onConfirm={() => send({})}
      >
        {t('registrations.cancel')}
      </ConfirmButton>
    </>
  );
}

interface AddCompanionProps {
  readonly registration: Registration;
  readonly isAgeRequired: boolean;
}

interface CompanionForm {
  readonly name: string;
  readonly ageBand?: AgeBand;
  readonly guardianConsent?: boolean;
}

function AddCompanion({ registration, isAgeRequired }: AddCompanionProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CompanionForm>();
  const add = useCommand('registration', 'post', '/registrations/{registrationId}/companions');
  const ageBand = Form.useWatch<AgeBand | undefined>('ageBand', form);
  const isMinor = ageBand !== undefined && hasMinor({ companions: [{ ageBand }] });
  return (
    <CommandForm
      command={add}
      form={form}
      input={({ name, ageBand: age, guardianConsent }: CompanionForm) => ({
        registrationId: registration.id,
        body: {
          companions: [{ name: name.trim(), ageBand: age ?? null }],
          guardianConsent: guardianConsent === true,
        },
      })}
      submit={t('registration.addCompanion')}
      refused={t('registrations.notAdded')}
      secondary
      onDone={() => form.resetFields()}
    >
      <Form.Item
        name="name"
        label={t('registration.companionName')}
        rules={[{ required: true, whitespace: true, message: t('registration.companionNameRequired') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="ageBand"
        label={t('registration.ageBandLabel')}
        rules={[{ required: isAgeRequired, message: t('registration.ageBandRequired') }]}
      >
        <Choice
          options={[
            { value: '' as const, label: t('registration.chooseAgeBand') },
            ...ageBands.map((value) => ({ value, label: t(`registration.ageBand.${value}`) })),
          ]}
        />
      </Form.Item>
      {isMinor && <GuardianConsent />}
    </CommandForm>
  );
}
