import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Intake, reasonCharactersMax } from './intake.model.js';

/** An officer closes an open entry that needs no answer, and says why. */
export function CloseForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const close = useCommand('intake', 'post', '/intake/{intakeId}/close');
  return (
    <section className="card" aria-labelledby="close-title">
      <h2 id="close-title">{t('intake.close')}</h2>
      <label htmlFor={id}>{t('intake.reasonNeeded')}</label>
      <Input
        id={id}
        value={reason}
        maxLength={reasonCharactersMax}
        onChange={(event) => setReason(event.target.value)}
        className="notice"
      />
      {close.isError && <Refusal title={t('intake.closeRefused')} error={close.error} />}
      <ConfirmButton
        danger
        loading={close.isPending}
        disabled={reason.trim() === ''}
        question={t('intake.closeQuestion')}
        confirmText={t('intake.closeYes')}
        onConfirm={() =>
          close.mutate({ intakeId: entry.id, version: entry.version, body: { reason: reason.trim() } })
        }
      >
        {t('intake.close')}
      </ConfirmButton>
    </section>
  );
}
