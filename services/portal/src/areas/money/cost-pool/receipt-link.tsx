import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import type { CostItem } from './cost-pool.model.js';

/** The number of the invoice and its file, for everybody who sees the pool. */
export function ReceiptLink({ item }: { readonly item: CostItem }) {
  const { t } = useTranslation();
  const { receipt } = item;
  if (receipt === null) return t('common.none');
  return <ReceiptFile item={item} number={receipt.invoiceNumber} />;
}

function ReceiptFile({
  item: { id, costPoolId },
  number,
}: {
  readonly item: CostItem;
  readonly number: string;
}) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: () => download(`/api/v1/cost-pools/${costPoolId}/items/${id}/receipt`),
    onSuccess: ({ content, name }) => saveFile(name ?? number, content),
  });
  return (
    <div className="receipt">
      <span>{number}</span>
      <Button
        type="link"
        loading={fetchFile.isPending}
        aria-label={`${t('money.costPool.items.download')} ${number}`}
        onClick={() => fetchFile.mutate()}
      >
        {t('money.costPool.items.download')}
      </Button>
      {fetchFile.isError && (
        <Refusal title={t('money.costPool.items.downloadRefused')} error={fetchFile.error} />
      )}
    </div>
  );
}
