import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { useFormat } from '../../../i18n/use-format.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import { megabytesOf } from '../../../kit/upload.model.js';
import type { Attachment } from './attachment.model.js';

interface DownloadAttachmentProps {
  readonly activityId: string;
  readonly attachment: Attachment;
  /** It can be downloaded without signing in. */
  readonly isPublic?: boolean;
}

/** Downloads the file of an attachment, with its kind and size beside the button. */
export function DownloadAttachment({ activityId, attachment, isPublic = false }: DownloadAttachmentProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { id, title, kind, size, fileName } = attachment;
  const path = `/api/v1/${isPublic ? 'public/' : ''}activities/${activityId}/attachments/${id}/file`;
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
            size: `${number(megabytesOf(size))} MB`,
          })}
        </span>
      </div>
      {fetchFile.isError && <Refusal title={t('attachment.notDownloaded')} error={fetchFile.error} />}
    </>
  );
}
