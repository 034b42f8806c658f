import '../../../kit/styles/organising.css';
import './attachment.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { moved } from '../../../kit/order.model.js';
import type { Attachments } from './attachment.model.js';
import { AttachmentLine } from './attachment-line.js';
import { RemovedAttachments } from './removed-attachments.js';

const AddAttachment = lazyPart('AddAttachment', () => import('./add-attachment.js'));
const attachmentsMax = 20;

export function AttachmentPage() {
  return <OfActivity>{(activity) => <OfOne activity={activity} />}</OfActivity>;
}

/** The attachments of an activity: added, put in order, changed, removed and restored. */
function OfOne({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const attachments = useRead('activityAttachment', '/activities/{activityId}/attachments', {
    activityId: activity.id,
  });
  const mayManage = useReaches(activity.unionId);
  const isOwn = mayManage || (activity.organiser.kind === 'person' && activity.state === 'draft');
  return (
    <>
      <PageHead
        title={t('attachment.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      />
      <p className="hint">{t('attachment.hint')}</p>
      <Loaded query={attachments}>
        {(data) => (
          <Present
            activity={activity}
            attachments={data}
            mayChange={isOwn && activity.state !== 'cancelled'}
          />
        )}
      </Loaded>
    </>
  );
}

interface PresentProps {
  readonly activity: Activity;
  readonly attachments: Attachments;
  readonly mayChange: boolean;
}

function Present({ activity, attachments: { items, removed }, mayChange }: PresentProps) {
  const { t } = useTranslation();
  const arrange = useCommand('activityAttachment', 'put', '/activities/{activityId}/attachments');
  const ids = items.map(({ id }) => id);
  return (
    <section className="card" aria-label={t('attachment.title')}>
      {items.length === 0 && <EmptyState text={t('attachment.none')} />}
      <ol className="plain-list attachment-lines">
        {items.map((attachment, index) => (
          <AttachmentLine
            key={attachment.id}
            activityId={activity.id}
            attachment={attachment}
            place={{ isFirst: index === 0, isLast: index === items.length - 1 }}
            mayChange={mayChange}
            onMove={(step) =>
              arrange.mutate({ activityId: activity.id, body: { attachmentIds: moved(ids, index, step) } })
            }
          />
        ))}
      </ol>
      {arrange.isError && <Refusal title={t('attachment.notArranged')} error={arrange.error} />}
      {mayChange && items.length < attachmentsMax && <Add activityId={activity.id} />}
      {mayChange && removed.length > 0 && <RemovedAttachments activity={activity} removed={removed} />}
    </section>
  );
}

function Add({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AddAttachment activityId={activityId} onDone={() => setIsOpen(false)} />;
  return <Button onClick={() => setIsOpen(true)}>{t('attachment.add')}</Button>;
}
