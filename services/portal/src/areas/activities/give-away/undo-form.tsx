import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useMemberName } from '../../../session/use-member-name.js';
import type { Coupon } from './use-give-away.js';

interface UndoFormProps {
  readonly activityId: string;
  readonly coupon: Coupon;
}

/** Undoes a redemption for a reason, which is recorded. */
export function UndoForm({ activityId, coupon }: UndoFormProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { personId, maskedName, number } = coupon;
  const name = useMemberName(personId, maskedName);
  if (isOpen) return <Reason activityId={activityId} coupon={coupon} onBack={() => setIsOpen(false)} />;
  return (
    <Button aria-label={t('giveAway.undoOf', { name, number })} onClick={() => setIsOpen(true)}>
      {t('giveAway.undo')}
    </Button>
  );
}

function Reason({ activityId, coupon, onBack }: UndoFormProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const undo = useCommand('coupon', 'post', '/activities/{activityId}/coupons/{couponId}/undo-redemption');
  const send = (text: string): void =>
    undo.mutate({ activityId, couponId: coupon.id, body: { reason: text } });
  return (
    <div className="nested">
      <ReasonField
        reason={reason}
        label={t('giveAway.undoReason')}
        required={t('giveAway.undoReasonRequired')}
        maxLength={200}
      />
      {undo.isError && <Refusal title={t('giveAway.notUndone')} error={undo.error} />}
      <div className="actions">
        <Button danger loading={undo.isPending} onClick={() => reason.take(send)}>
          {t('giveAway.undoYes')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </div>
  );
}
