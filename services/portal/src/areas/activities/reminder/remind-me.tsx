import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';

type Wish = components['schemas']['ReminderWishView'];

/** Before sign-up opens for me: do I want a reminder when it does? Shows nothing where no pool is yet to open for me. */
export function RemindMe({ activity }: { readonly activity: Activity }) {
  const { data } = useRead('pool', '/activities/{activityId}/remind-me', { activityId: activity.id });
  const wish = data?.items[0];
  if (wish === undefined) return null;
  return <OneWish wish={wish} timeZone={activity.timeZone} />;
}

function OneWish({ wish, timeZone }: { readonly wish: Wish; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { activityId, poolId, poolName: pool, opensAt, isAsked } = wish;
  const path = '/activities/{activityId}/pools/{poolId}/remind-me';
  const ask = useCommand('pool', 'post', path);
  const unask = useCommand('pool', 'delete', path);
  const change = isAsked ? unask : ask;
  return (
    <section className="card" aria-labelledby="remind-me-title">
      <h2 id="remind-me-title">{t('reminder.remindMeTitle')}</h2>
      <p>{t('reminder.opensAt', { pool, time: format.instant(opensAt) })}</p>
      <p className="hint" role="status">
        {t(isAsked ? 'reminder.isAsked' : 'reminder.remindMeHint')}
      </p>
      {change.isError && <Refusal title={t('reminder.notSaved')} error={change.error} />}
      <Button loading={change.isPending} onClick={() => change.mutate({ activityId, poolId })}>
        {t(isAsked ? 'reminder.unask' : 'reminder.ask')}
      </Button>
    </section>
  );
}
