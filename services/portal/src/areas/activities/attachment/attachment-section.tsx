import './attachment.css';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { DownloadAttachment } from '../../../kit/download-attachment.js';
import { type Attachment, fileOf } from './attachment.model.js';

/** The attachments that the reader may have. Most activities have none and show nothing here. */
export function AttachmentSection({ activityId }: { readonly activityId: string }) {
  const { data } = useRead('activityAttachment', '/activities/{activityId}/attachments', { activityId });
  return <Handed activityId={activityId} items={data?.items ?? []} />;
}

/** Those that are for everybody, so that caches on the way may keep the answer. */
export function PublicAttachmentSection({ activityId }: { readonly activityId: string }) {
  const { data } = useRead('activityAttachment', '/public/activities/{activityId}/attachments', {
    activityId,
  });
  return <Handed activityId={activityId} items={data?.items ?? []} isPublic />;
}

interface HandedProps {
  readonly activityId: string;
  readonly items: readonly Attachment[];
  readonly isPublic?: boolean;
}

function Handed({ activityId, items, isPublic = false }: HandedProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="attachments-title">
      <h2 id="attachments-title">{t('attachment.title')}</h2>
      <ul className="plain-list attachments">
        {items.map((attachment) => (
          <li key={attachment.id}>
            <DownloadAttachment {...fileOf(activityId, attachment, { isPublic })} attachment={attachment} />
          </li>
        ))}
      </ul>
    </section>
  );
}
