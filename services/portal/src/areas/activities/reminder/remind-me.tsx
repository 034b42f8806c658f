import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { useChangeWish, useReminderWish, type Wish } from './use-reminders.js';

/** Before sign-up opens for me: shall I be told when it does? Where nothing is to open there is nothing to see. */
export function RemindMe({ activity }: { readonly activity: Activity }) {
  const { data: wish } = useReminderWish(activity.id);
  if (wish === undefined || wish === null) return null;
  return <OneWish wish={wish} timeZone={activity.timeZone} />;
}

function OneWish({ wish, timeZone }: { readonly wish: Wish; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const change = useChangeWish(wish);
  const { poolName: pool, opensAt, isAsked } = wish;
  return (
    <section className="card" aria-labelledby="remind-me-title">
      <h2 id="remind-me-title">{t('reminder.remindMeTitle')}</h2>
      <p>{t('reminder.opensAt', { pool, time: format.instant(opensAt) })}</p>
      <p className="hint" role="status">
        {t(isAsked ? 'reminder.isAsked' : 'reminder.remindMeHint')}
      </p>
      {change.isError && <Refusal title={t('reminder.notSaved')} error={change.error} />}
      <Button loading={change.isPending} onClick={() => change.mutate(!isAsked)}>
        {t(isAsked ? 'reminder.unask' : 'reminder.ask')}
      </Button>
    </section>
  );
}
