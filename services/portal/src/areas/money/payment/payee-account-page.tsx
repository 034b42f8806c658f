import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { OneAccount } from './payee-account.js';

/** The account of one union, for whoever confirms another one. */
export function PayeeAccountPage() {
  const { t } = useTranslation();
  const { unionId = '' } = useParams();
  const query = useRead('payeeAccount', '/unions/{unionId}/payee-account', { unionId });
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          <PageHead title={t('settling.payee.of', { union: found.unionName })} back="/payments" />
          <section className="card" aria-label={t('settling.payee.account')}>
            <OneAccount found={found} />
          </section>
        </>
      )}
    </Loaded>
  );
}
