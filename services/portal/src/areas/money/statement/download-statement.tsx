import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import { searchOfStatement, type StatementQuery } from './statement.model.js';

type Format = 'xlsx' | 'pdf';

/** Downloads the statement as a file, under the name that the platform gives it. */
export function DownloadStatement({ asked }: { readonly asked: StatementQuery }) {
  const { t } = useTranslation();
  const { from, to } = asked;
  const fetchFile = useMutation({
    mutationFn: async (format: Format) => {
      const query = new URLSearchParams({ ...searchOfStatement(asked), format });
      const { content, name } = await download(`/api/v1/statements?${query.toString()}`);
      saveFile(name ?? `${t('money.statement.fileName')} ${from} ${to}.${format}`, content);
    },
  });
  const isRunning = (format: Format): boolean => fetchFile.isPending && fetchFile.variables === format;
  return (
    <>
      <Button loading={isRunning('xlsx')} onClick={() => fetchFile.mutate('xlsx')}>
        {t('money.statement.downloadXlsx')}
      </Button>
      <Button loading={isRunning('pdf')} onClick={() => fetchFile.mutate('pdf')}>
        {t('money.statement.downloadPdf')}
      </Button>
      {fetchFile.isError && <Refusal title={t('money.statement.downloadRefused')} error={fetchFile.error} />}
    </>
  );
}
