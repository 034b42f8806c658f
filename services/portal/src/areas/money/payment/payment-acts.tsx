import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { Payment } from './payment.model.js';
import { useDone } from './payment-done.js';

export const ConfirmSent = lazyPart('ConfirmSent', () => import('./payment-forms.js'), { rows: 2 });
const FailForm = lazyPart('FailForm', () => import('./payment-forms.js'), { rows: 2 });

interface ActProps {
  readonly payment: Payment;
}

export function ConfirmReceived({ payment }: ActProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const confirm = useCommand('payment', 'post', '/payments/{paymentId}/confirm-received');
  const refresh = useRefresh('payment');
  const done = useDone();
  const amount = money(payment.amount);
  return (
    <div className="payment-act">
      {confirm.isError && <Refusal title={t('money.payment.refused')} error={confirm.error} />}
      <ConfirmButton
        loading={confirm.isPending}
        question={t('money.payment.receivedQuestion', { payer: payment.payer.name, amount })}
        confirmText={t('money.payment.receivedConfirm')}
        onConfirm={() =>
          confirm.mutate(
            { paymentId: payment.id, version: payment.version, body: {} },
            { onError: refresh, onSuccess: done },
          )
        }
      >
        {t('money.payment.confirmReceived')}
      </ConfirmButton>
    </div>
  );
}

/** Folded, because it is rarely needed. */
export function FailPayment({ payment }: ActProps) {
  const { t } = useTranslation();
  const { payer, payee } = payment;
  return (
    <details className="payment-act">
      <summary>{t('money.payment.fail.open')}</summary>
      <p className="hint">{t('money.payment.fail.hint', { payer: payer.name, payee: payee.name })}</p>
      <FailForm payment={payment} />
    </details>
  );
}
