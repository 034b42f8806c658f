import { useTranslation } from 'react-i18next';
import { DownloadAttachment } from '../../../kit/download-attachment.js';
import { useIsPublic } from './bulletin-image.js';
import { attachmentAddress, type BulletinAttachment, type Shower } from './file.model.js';

interface BulletinAttachmentsProps {
  readonly bulletin: Shower;
  readonly attachments: readonly BulletinAttachment[];
}

/** The documents of a bulletin, each to be saved. */
export function BulletinAttachments({ bulletin, attachments }: BulletinAttachmentsProps) {
  const { t } = useTranslation();
  const isPublic = useIsPublic(bulletin);
  return (
    <section aria-label={t('attachment.title')}>
      <p className="bulletin-attachments-title">{t('attachment.title')}</p>
      <ul className="plain-list bulletin-attachments">
        {attachments.map((attachment) => (
          <li key={attachment.fileId}>
            <DownloadAttachment
              path={attachmentAddress(bulletin.id, attachment.fileId, isPublic)}
              attachment={attachment}
              fileName={`${attachment.title}.${attachment.kind}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
