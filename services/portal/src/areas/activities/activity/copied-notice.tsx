import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Activity } from './activity-form.js';
import { type Copied, CopyNotes } from './copy-notes.js';

interface CopiedNoticeProps {
  /** The new one. */
  readonly activity: Activity;
  readonly copied: Copied;
}

/** On the page of a draft that was just copied from another: what was moved, and whom to invite again. */
export function CopiedNotice({ activity, copied }: CopiedNoticeProps) {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="notice"
      title={t('copying.done')}
      description={
        <>
          <CopyNotes known={copied} timeZone={activity.timeZone} wasLent={copied.wasLent} />
          {copied.invite.length > 0 && (
            <Link to={`/activities/${activity.id}/organise#co-hosts-title`}>{t('copying.toInvite')}</Link>
          )}
        </>
      }
    />
  );
}
