import { AttachmentList } from '../../../kit/attachment-list.js';
import { useIsPublic } from './bulletin-image.js';
import { attachmentAddress, type BulletinAttachment, type Shower } from './file.model.js';

interface BulletinAttachmentsProps {
  readonly bulletin: Shower;
  readonly attachments: readonly BulletinAttachment[];
}

/** The documents of a bulletin, each to be saved. */
export function BulletinAttachments({ bulletin, attachments }: BulletinAttachmentsProps) {
  const isPublic = useIsPublic(bulletin);
  return (
    <AttachmentList
      attachments={attachments}
      pathOf={(fileId) => attachmentAddress(bulletin.id, fileId, isPublic)}
    />
  );
}
