import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ConfirmationTable } from './confirmation-list-page.js';

/** The parties that were asked about the shares of a pool, and the answer of each. */
export function PoolConfirmations({ costPoolId }: { readonly costPoolId: string }) {
  const { t } = useTranslation();
  const list = useList('confirmation', '/confirmations', { costPoolId }, { limit: 200 });
  return (
    <section className="card" aria-labelledby="confirmations-title">
      <h2 id="confirmations-title">{t('confirmation.ofPool')}</h2>
      <p className="hint">{t('confirmation.ofPoolHint')}</p>
      <PagedList list={list} empty={{ text: t('confirmation.empty') }}>
        {(rows) => <ConfirmationTable rows={rows} caption={t('confirmation.ofPool')} isOfOneBill />}
      </PagedList>
    </section>
  );
}
