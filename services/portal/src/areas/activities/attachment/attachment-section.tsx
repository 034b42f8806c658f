import './attachment.css';
import { useTranslation } from 'react-i18next';
import { DownloadAttachment } from './download-attachment.js';
import { type Attachment, useAttachments, usePublicAttachments } from './use-attachments.js';

/** What is handed out at an activity, for whoever may have it. Most activities hand nothing out, and say nothing of it. */
export function AttachmentSection({ activityId }: { readonly activityId: string }) {
  const { data } = useAttachments(activityId);
  return <Handed activityId={activityId} items={data?.items ?? []} />;
}

/** The same for everybody. */
export function PublicAttachmentSection({ activityId }: { readonly activityId: string }) {
  const { data } = usePublicAttachments(activityId);
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
            <DownloadAttachment activityId={activityId} attachment={attachment} isPublic={isPublic} />
          </li>
        ))}
      </ul>
    </section>
  );
}
