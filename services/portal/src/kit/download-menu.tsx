import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../api/download.js';
import { MenuFold } from './menu-fold.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';

const formats = ['xlsx', 'csv'] as const;
type Format = (typeof formats)[number];

interface DownloadMenuProps {
  /** What the menu says where “export” alone could be taken for another list. */
  readonly label?: string | undefined;
  readonly addressOf: (format: Format) => string;
  /** Without ending, where the platform names none. */
  readonly fileName: string;
}

/** Saves a list as a file that the platform makes of what the reader may see; `ExportButton` makes one in the browser. */
export function DownloadMenu({ label, addressOf, fileName }: DownloadMenuProps) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: (format: Format) => download(addressOf(format)),
    onSuccess: ({ content, name }, format) => saveFile(name ?? `${fileName}.${format}`, content),
  });
  return (
    <>
      <MenuFold label={label ?? t('common.export')}>
        {formats.map((format) => (
          <Button
            key={format}
            loading={fetchFile.isPending && fetchFile.variables === format}
            onClick={() => fetchFile.mutate(format)}
          >
            {t(`common.exportAs.${format}`)}
          </Button>
        ))}
      </MenuFold>
      {fetchFile.isError && <Refusal title={t('common.exportFailed')} error={fetchFile.error} />}
    </>
  );
}
