import { useTranslation } from 'react-i18next';
import { ViewFile } from '../../../kit/view-file.js';
import type { CostItem } from './cost-pool.model.js';

/** The number of the invoice and its file, for everybody who sees the pool. */
export function ReceiptLink({ item }: { readonly item: CostItem }) {
  const { t } = useTranslation();
  const { id, costPoolId, receipt } = item;
  if (receipt === null) return t('common.none');
  const number = receipt.invoiceNumber;
  return (
    <div className="receipt">
      <span>{number}</span>
      <ViewFile
        path={`/api/v1/cost-pools/${costPoolId}/items/${id}/receipt`}
        name={number}
        about={t('money.costPool.items.receiptOf', { number })}
        refused={t('money.costPool.items.downloadRefused')}
      />
    </div>
  );
}
