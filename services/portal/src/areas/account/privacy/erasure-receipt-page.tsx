import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErasureOutcome } from './erasure-outcome.js';

/** What the receipt of an erasure shows without a sign-in, as nobody can sign in once it is done. */
export function ErasureReceiptPage() {
  const { receipt = '' } = useParams();
  const { t } = useTranslation();
  const found = useRead('publicErasure', '/public/erasures/{receipt}', { receipt });
  return (
    <>
      <PageHead title={t('erasure.receiptTitle')} />
      {isMissing(found.error) ? (
        <div className="card">
          <p role="status">{t('erasure.receiptUnknown')}</p>
        </div>
      ) : (
        <Loaded query={found}>{(erasure) => <ErasureOutcome erasure={erasure} />}</Loaded>
      )}
    </>
  );
}
