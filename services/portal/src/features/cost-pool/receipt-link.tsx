import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/download.js';
import { saveFile } from '../../shell/save-file.js';
import { Refusal } from '../../shell/states.js';
import type { CostItem } from './cost-pool.model.js';

/** The number of the invoice, and the file behind it. */
export function ReceiptLink({ receipt }: { readonly receipt: CostItem['receipt'] }) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: () => download(`/api/v1/files/${encodeURIComponent(receipt.fileKey)}`),
    onSuccess: async ({ content, name }) =>
      saveFile(name ?? `${receipt.invoiceNumber}${await endingOf(content)}`, content),
  });
  return (
    <div className="receipt">
      <span>{receipt.invoiceNumber}</span>
      <Button
        type="link"
        loading={fetchFile.isPending}
        aria-label={`${t('money.costPool.items.download')} ${receipt.invoiceNumber}`}
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

const endings: readonly (readonly [firstBytes: string, ending: string])[] = [
  ['%PDF', '.pdf'],
  ['\u0089PNG', '.png'],
  ['\u00ff\u00d8\u00ff', '.jpg'],
];

/** Files are given out as plain bytes; what they are their first ones tell. */
async function endingOf(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.slice(0, 4).arrayBuffer());
  const start = String.fromCharCode(...bytes);
  return endings.find(([firstBytes]) => start.startsWith(firstBytes))?.[1] ?? '';
}
