import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../shell/input.js';
import { Refusal } from '../../shell/states.js';
import { type Coupon, useUndoRedemption } from './use-give-away.js';

interface UndoFormProps {
  readonly activityId: string;
  readonly coupon: Coupon;
}

/** Takes a redemption back for a reason, which is kept: asked for once the officer wants to. */
export function UndoForm({ activityId, coupon }: UndoFormProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { maskedName: name, number } = coupon;
  if (isOpen) return <Reason {...{ activityId, coupon }} onBack={() => setIsOpen(false)} />;
  return (
    <Button aria-label={t('giveAway.undoOf', { name, number })} onClick={() => setIsOpen(true)}>
      {t('giveAway.undo')}
    </Button>
  );
}

function Reason({ activityId, coupon, onBack }: UndoFormProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const undo = useUndoRedemption(activityId, coupon.id);
  const send = (): void => {
    const text = reason.trim();
    setIsMissing(text === '');
    if (text !== '') undo.mutate(text);
  };
  return (
    <div className="nested">
      <label htmlFor={id}>{t('giveAway.undoReason')}</label>
      <Input
        id={id}
        maxLength={200}
        value={reason}
        aria-invalid={isMissing}
        {...(isMissing ? { status: 'error' as const } : {})}
        onChange={(event) => setReason(event.target.value)}
      />
      {isMissing && (
        <p className="field-error" role="alert">
          {t('giveAway.undoReasonRequired')}
        </p>
      )}
      {undo.isError && <Refusal title={t('giveAway.notUndone')} error={undo.error} />}
      <div className="actions">
        <Button danger loading={undo.isPending} onClick={send}>
          {t('giveAway.undoYes')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </div>
  );
}
