import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seen } from '../../../api/use-decision.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePromote } from './use-registrations.js';

/** Gives a free seat by hand: in the order of the line, or before others for a reason. */
export function PromoteForm({ registration }: { readonly registration: Seen }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const promote = usePromote(registration);
  return (
    <>
      <label htmlFor={id}>{t('registrations.promoteReason')}</label>
      <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      {promote.isError && <Refusal title={t('registrations.notPromoted')} error={promote.error} />}
      <ConfirmButton
        loading={promote.isPending}
        question={t('registrations.promoteQuestion')}
        confirmText={t('registrations.promote')}
        onConfirm={() => promote.mutate(reason.trim() === '' ? null : reason.trim())}
      >
        {t('registrations.promote')}
      </ConfirmButton>
    </>
  );
}
