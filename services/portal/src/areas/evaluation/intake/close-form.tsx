import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Intake, reasonCharactersMax } from './intake.model.js';
import { useCloseIntake } from './use-intake.js';

/** For an officer, as long as nobody has answered: to put away what needs none, and say why. */
export function CloseForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const close = useCloseIntake();
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
          close.mutate({ seen: { id: entry.id, version: entry.version }, reason: reason.trim() })
        }
      >
        {t('intake.close')}
      </ConfirmButton>
    </section>
  );
}
