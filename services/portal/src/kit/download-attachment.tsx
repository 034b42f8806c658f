import './styles/wraps.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../api/download.js';
import type { components } from '../api/schema.js';
import { useFormat } from '../i18n/use-format.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';
import { fileSizeText } from './upload.model.js';

interface DownloadAttachmentProps {
  /** Of the interface: where its file is. */
  readonly path: string;
  readonly attachment: Pick<components['schemas']['AttachmentView'], 'title' | 'kind' | 'size'>;
  /** What the file is called where the platform does not say. */
  readonly fileName: string;
}

/** Downloads the file of an attachment, with its kind and size beside the button. Its texts are those of `attachment`. */
export function DownloadAttachment({ path, attachment, fileName }: DownloadAttachmentProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { title, kind, size } = attachment;
  const fetchFile = useMutation({
    mutationFn: () => download(path),
    onSuccess: ({ content, name }) => saveFile(name ?? fileName, content),
  });
  return (
    <>
      <div className="actions">
        <Button loading={fetchFile.isPending} onClick={() => fetchFile.mutate()} className="wraps">
          {t('attachment.download', { title })}
        </Button>
        <span className="hint">
          {t('attachment.about', {
            kind: t(`attachment.kind.${kind}`),
            size: fileSizeText(size, number),
          })}
        </span>
      </div>
      {fetchFile.isError && <Refusal title={t('attachment.notDownloaded')} error={fetchFile.error} />}
    </>
  );
}
