import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../../kit/paged-list.js';
import { ConfirmationTable } from './confirmation-list-page.js';
import { useConfirmationsOf } from './use-confirmations.js';

/** Who was asked about the shares of a pool, and what each has answered. */
export function PoolConfirmations({ costPoolId }: { readonly costPoolId: string }) {
  const { t } = useTranslation();
  const list = useConfirmationsOf(costPoolId);
  return (
    <section className="card" aria-labelledby="confirmations-title">
      <h2 id="confirmations-title">{t('confirmation.ofPool')}</h2>
      <p className="hint">{t('confirmation.ofPoolHint')}</p>
      <PagedList list={list} empty={{ text: t('confirmation.empty') }}>
        {(rows) => <ConfirmationTable rows={rows} caption={t('confirmation.ofPool')} />}
      </PagedList>
    </section>
  );
}
