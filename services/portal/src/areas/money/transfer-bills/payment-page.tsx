import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { WithDone } from '../payment/payment-done.js';
import type { Payment } from '../payment/payment.model.js';
import { PaymentCard } from '../payment/payment-card.js';
import { TransferBills } from './transfer-bills.js';

/** One payment with its steps, and the bills that went into it. */
export function PaymentPage() {
  const { t } = useTranslation();
  const { paymentId = '' } = useParams();
  const payment = useRead('payment', '/payments/{paymentId}', { paymentId });
  const bills = useRead('payment', '/payments/{paymentId}/bills', { paymentId });
  return (
    <Loaded query={payment}>
      {(found) => (
        <DetailPage
          title={t('money.payment.line', { payer: found.payer.name, payee: found.payee.name })}
          back="/payments"
          state={<StateTag payment={found} />}
          below={<Loaded query={bills}>{(trace) => <TransferBills trace={trace} />}</Loaded>}
        >
          <WithDone>
            <PaymentCard payment={found} isOwnPage />
          </WithDone>
        </DetailPage>
      )}
    </Loaded>
  );
}

/** How it stands; while it is open and in time, the card says what is missing. */
function StateTag({ payment: { state, isOverdue } }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  if (state !== 'open')
    return (
      <span className={`tag ${state === 'settled' ? 'is-published' : 'is-failed'}`}>
        {t(`money.payment.views.${state}`)}
      </span>
    );
  return isOverdue ? <span className="tag is-failed">{t('settling.payment.overdue')}</span> : null;
}
