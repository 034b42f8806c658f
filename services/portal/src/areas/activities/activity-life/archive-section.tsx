import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { useOrganises } from '../../../session/use-delegated.js';

/** Archives an activity that is over, and takes it out of the archive. */
export function ArchiveSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  if (!useOrganises(activity)) return null;
  return (
    <section className="card" aria-labelledby="archive-title">
      <h2 id="archive-title">{t('life.archive')}</h2>
      {activity.archivedAt === null ? <PutAway activity={activity} /> : <GetOut activity={activity} />}
    </section>
  );
}

function PutAway({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const archive = useCommand('activity', 'post', '/activities/{activityId}/archive');
  return (
    <>
      <p className="hint">{t('life.archiveHint')}</p>
      {archive.isError && <Refusal title={t('life.notArchived')} error={archive.error} />}
      <ConfirmButton
        loading={archive.isPending}
        question={t('life.archiveQuestion')}
        confirmText={t('life.archive')}
        onConfirm={() => archive.mutate({ activityId: activity.id, version: activity.version })}
      >
        {t('life.archive')}
      </ConfirmButton>
    </>
  );
}

function GetOut({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const unarchive = useCommand('activity', 'post', '/activities/{activityId}/unarchive');
  const time = activity.archivedAt === null ? '' : format.instant(activity.archivedAt);
  return (
    <>
      <p>{t('life.archivedSince', { time })}</p>
      {unarchive.isError && <Refusal title={t('life.notUnarchived')} error={unarchive.error} />}
      <Button
        loading={unarchive.isPending}
        onClick={() => unarchive.mutate({ activityId: activity.id, version: activity.version })}
      >
        {t('life.unarchive')}
      </Button>
    </>
  );
}
