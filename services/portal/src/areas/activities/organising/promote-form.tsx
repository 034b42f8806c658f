import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { RegistrationView } from '../registration/registration.model.js';

/** Gives a free seat by hand: in the order of the waitlist, or before others for a reason. */
export function PromoteForm({ registration }: { readonly registration: RegistrationView }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const promote = useCommand('registration', 'post', '/registrations/{registrationId}/promote');
  return (
    <>
      <label htmlFor={id}>{t('registrations.promoteReason')}</label>
      <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      {promote.isError && <Refusal title={t('registrations.notPromoted')} error={promote.error} />}
      <ConfirmButton
        loading={promote.isPending}
        question={t('registrations.promoteQuestion')}
        confirmText={t('registrations.promote')}
        onConfirm={() =>
          promote.mutate({
            registrationId: registration.id,
            version: registration.version,
            body: reason.trim() === '' ? {} : { reason: reason.trim() },
          })
        }
      >
        {t('registrations.promote')}
      </ConfirmButton>
    </>
  );
}
