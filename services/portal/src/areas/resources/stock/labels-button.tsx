import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { currentLocale } from '../../../i18n/index.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';

interface LabelsButtonProps {
  readonly resource: Resource;
  /** One of its pieces; all of them where absent. */
  readonly pieceId?: string;
}

/** Downloads labels to print on a sheet of stickers. */
export function LabelsButton({ resource, pieceId }: LabelsButtonProps) {
  const { t } = useTranslation();
  const fetchLabels = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams({
        lang: currentLocale(),
        ...(pieceId === undefined ? {} : { pieceId }),
      });
      const address = `/api/v1/resources/${resource.id}/labels?${query.toString()}`;
      const { content, name } = await download(address);
      saveFile(name ?? `${resource.title}.pdf`, content);
    },
  });
  return (
    <>
      <Button loading={fetchLabels.isPending} onClick={() => fetchLabels.mutate()}>
        {t(pieceId === undefined ? 'stock.piece.labels' : 'stock.piece.labelOf')}
      </Button>
      {fetchLabels.isError && <Refusal title={t('stock.piece.labelsFailed')} error={fetchLabels.error} />}
    </>
  );
}
