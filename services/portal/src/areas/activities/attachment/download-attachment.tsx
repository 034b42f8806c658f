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
  /** Nobody need be signed in for it. */
  readonly isPublic?: boolean;
}

/** Saves the file of an attachment; what it is and how much of it stand beside. */
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
