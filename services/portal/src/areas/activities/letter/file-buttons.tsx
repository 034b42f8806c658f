import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';

type Format = 'pdf' | 'docx';

interface FileButtonsProps {
  /** Address of the file, without its query. */
  readonly path: string;
  /** Name of the saved file where the platform gives none, without ending. */
  readonly name: string;
  readonly labels: Readonly<Record<Format, { readonly text: string; readonly spoken: string }>>;
}

/** Saves a letter or a sample of one, as PDF or as Word document. */
export function FileButtons({ path, name, labels }: FileButtonsProps) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: async (format: Format) => {
      const file = await download(`${path}?as=${format}`);
      saveFile(file.name ?? `${name}.${format}`, file.content);
    },
  });
  return (
    <>
      {(['pdf', 'docx'] as const).map((format) => (
        <Button
          key={format}
          aria-label={labels[format].spoken}
          loading={fetchFile.isPending && fetchFile.variables === format}
          onClick={() => fetchFile.mutate(format)}
        >
          {labels[format].text}
        </Button>
      ))}
      {fetchFile.isError && <Refusal title={t('letter.notFetched')} error={fetchFile.error} />}
    </>
  );
}
