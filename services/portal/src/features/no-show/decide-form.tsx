import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { Input } from '../../shell/input.js';
import { Refusal } from '../../shell/states.js';
import { useDecide } from './use-no-shows.js';

/** Excuses somebody, or upholds what was recorded, for a reason that he will read. */
export function DecideForm({ noShowId }: { readonly noShowId: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const decide = useDecide(noShowId);
  const send = (excused: boolean): void => {
    const text = reason.trim();
    setIsMissing(text === '');
    if (text !== '') decide.mutate({ excused, reason: text });
  };
  return (
    <div className="nested">
      <label htmlFor={id}>{t('noShow.reason')}</label>
      <Input
        id={id}
        maxLength={500}
        value={reason}
        aria-invalid={isMissing}
        {...(isMissing ? { status: 'error' as const } : {})}
        onChange={(event) => setReason(event.target.value)}
      />
      {isMissing && (
        <p className="field-error" role="alert">
          {t('noShow.reasonRequired')}
        </p>
      )}
      {decide.isError && <Refusal title={t('noShow.notDecided')} error={decide.error} />}
      <div className="actions">
        <Button loading={decide.isPending} onClick={() => send(true)}>
          {t('noShow.excuse')}
        </Button>
        <ConfirmButton
          danger
          loading={decide.isPending}
          question={t('noShow.upholdQuestion')}
          confirmText={t('noShow.uphold')}
          onConfirm={() => send(false)}
        >
          {t('noShow.uphold')}
        </ConfirmButton>
      </div>
    </div>
  );
}
