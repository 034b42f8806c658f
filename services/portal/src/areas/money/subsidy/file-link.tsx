import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';

/** A file that is downloaded on demand. @param path of the interface, from `/api` */
export function FileLink({ path, name }: { readonly path: string; readonly name: string }) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: () => download(path),
    onSuccess: ({ content, name: kept }) => saveFile(kept ?? name, content),
  });
  return (
    <>
      <Button type="link" loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
        {name}
      </Button>
      {fetchFile.isError && <Refusal title={t('subsidy.refused')} error={fetchFile.error} />}
    </>
  );
}
