import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { Refusal } from '../../shell/states.js';
import { type Intake, reasonCharactersMax } from './intake.model.js';
import { useCloseIntake } from './use-intake.js';
import { Input } from '../../shell/input.js';

interface CloseFormProps {
  readonly entry: Intake;
  readonly isMine: boolean;
}

/** The end of it. Who sent it needs no reason; an officer who has not answered does. */
export function CloseForm({ entry, isMine }: CloseFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const close = useCloseIntake();
  const isReasonNeeded = !isMine && entry.state === 'open';
  return (
    <section className="card" aria-labelledby="close-title">
      <h2 id="close-title">{t('intake.close')}</h2>
      <label htmlFor={id}>{t(isReasonNeeded ? 'intake.reasonNeeded' : 'intake.reason')}</label>
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
        disabled={isReasonNeeded && reason.trim() === ''}
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
