import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import type { Agreement } from './use-agreements.js';

/** The version as a PDF in Chinese, to be printed, under the name that the platform gives it. */
export function DownloadPaper({
  agreement: { id, versionNumber: number },
}: {
  readonly agreement: Agreement;
}) {
  const { t } = useTranslation();
  const paper = useMutation({
    mutationFn: async () => {
      const { content, name } = await download(`/api/v1/agreements/${id}/paper`);
      saveFile(name ?? `${t('agreement.version', { number })}.pdf`, content);
    },
  });
  return (
    <div className="actions">
      {paper.isError && <Refusal title={t('agreement.noPaper')} error={paper.error} />}
      <Button
        loading={paper.isPending}
        aria-label={t('agreement.paperOf', { number })}
        onClick={() => paper.mutate()}
      >
        {t('agreement.paper')}
      </Button>
    </div>
  );
}
