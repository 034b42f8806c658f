import './attachment-list.css';
import { type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadAttachment } from './download-attachment.js';

type Attachment = ComponentProps<typeof DownloadAttachment>['attachment'] & { readonly fileId: string };

interface AttachmentListProps<Shown extends Attachment> {
  readonly attachments: readonly Shown[];
  /** Of the interface: where the file is. */
  readonly pathOf: (fileId: string) => string;
}

/** Documents, each to be saved. Its texts are those of `attachment`. */
export function AttachmentList<Shown extends Attachment>({
  attachments,
  pathOf,
}: AttachmentListProps<Shown>) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('attachment.title')}>
      <p className="attachment-list-title">{t('attachment.title')}</p>
      <ul className="plain-list attachment-list">
        {attachments.map((attachment) => (
          <li key={attachment.fileId}>
            <DownloadAttachment
              path={pathOf(attachment.fileId)}
              attachment={attachment}
              fileName={`${attachment.title}.${attachment.kind}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
