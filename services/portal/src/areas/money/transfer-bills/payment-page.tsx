import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { WithDone } from '../payment/payment-done.js';
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
        <>
          <PageHead
            title={t('money.payment.line', { payer: found.payer.name, payee: found.payee.name })}
            back="/payments"
          />
          <WithDone>
            <PaymentCard payment={found} isOwnPage />
          </WithDone>
          <Loaded query={bills}>{(trace) => <TransferBills trace={trace} />}</Loaded>
        </>
      )}
    </Loaded>
  );
}
