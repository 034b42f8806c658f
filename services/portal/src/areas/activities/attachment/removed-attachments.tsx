import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import type { Attachments } from './attachment.model.js';

interface RemovedAttachmentsProps {
  readonly activity: Activity;
  readonly removed: Attachments['removed'];
}

/** Removed attachments, as long as they can be restored. */
export function RemovedAttachments({ activity, removed }: RemovedAttachmentsProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const restore = useCommand(
    'activityAttachment',
    'post',
    '/activities/{activityId}/attachments/{attachmentId}/restore',
  );
  return (
    <details>
      <summary>{t('attachment.removed', { count: removed.length })}</summary>
      <ul className="plain-list attachment-lines">
        {removed.map(({ id, title, erasedAt }) => (
          <li key={id}>
            <p>{title}</p>
            <p className="hint">{t('attachment.erasedAt', { time: format.instant(erasedAt) })}</p>
            <Button
              loading={restore.isPending}
              onClick={() => restore.mutate({ activityId: activity.id, attachmentId: id })}
              aria-label={t('attachment.restoreOf', { title })}
            >
              {t('attachment.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {restore.isError && <Refusal title={t('attachment.notRestored')} error={restore.error} />}
    </details>
  );
}
