import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import type { MemberImport } from './roster.model.js';

/** The roster itself with a column of results. */
export function ResultFileButton({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const file = useMutation({
    mutationFn: async () => {
      const { content, name } = await download(`/api/v1/member-imports/${found.id}/file`);
      saveFile(name ?? `${t('roster.resultName')}.${found.encoding === null ? 'xlsx' : 'csv'}`, content);
    },
  });
  return (
    <>
      <Button loading={file.isPending} onClick={() => file.mutate()}>
        {t('roster.resultFile')}
      </Button>
      {file.isError && <Refusal title={t('roster.resultRefused')} error={file.error} />}
    </>
  );
}
