import './reminder.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import {
  isNew,
  minutesOf,
  type Reminder,
  remindersMax,
  spanOf,
  type Unit,
  unitMinutes,
} from './reminder.model.js';

type Reminders = components['schemas']['RemindersView'];
type Anchor = Reminder['anchor'];

const anchors: readonly Anchor[] = ['start', 'signUpCloses', 'poolOpens'];
const units = Object.keys(unitMinutes) as Unit[];

/** When the platform reminds those who take part. */
export function ReminderSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const reminders = useRead('activity', '/activities/{activityId}/reminders', { activityId: activity.id });
  const isEditable = activity.state === 'draft' || activity.state === 'published';
  return (
    <section className="card" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{t('reminder.title')}</h2>
      <p className="hint">{t('reminder.hint')}</p>
      <Loaded query={reminders}>
        {(data) => <Plan activity={activity} reminders={data} isEditable={isEditable} />}
      </Loaded>
    </section>
  );
}

interface PlanProps {
  readonly activity: Activity;
  readonly reminders: Reminders;
  readonly isEditable: boolean;
}

function Plan({ activity, reminders, isEditable }: PlanProps) {
  const { t } = useTranslation();
  const { version, items } = reminders;
  const set = useCommand('activity', 'put', '/activities/{activityId}/reminders', { onStale: 'refuse' });
  const wanted = items.map(({ anchor, minutesBefore }) => ({ anchor, minutesBefore }));
  const save = (changed: Reminder[]): void =>
    set.mutate({ activityId: activity.id, version, body: { items: changed } });
  return (
    <>
      {items.length === 0 && <p>{t('reminder.none')}</p>}
      <ul className="plain-list">
        {items.map((one, index) => (
          <li key={`${one.anchor}/${one.minutesBefore}`} className="row">
            <ReminderLine one={one} timeZone={activity.timeZone} />
            {isEditable && (
              <Button loading={set.isPending} onClick={() => save(wanted.filter((_one, at) => at !== index))}>
                {t('reminder.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {set.isError && <Refusal title={t('reminder.notSaved')} error={set.error} />}
      {isEditable && items.length < remindersMax && (
        <AddReminder items={wanted} isPending={set.isPending} onAdd={(one) => save([...wanted, one])} />
      )}
    </>
  );
}

interface ReminderLineProps {
  readonly one: Reminders['items'][number];
  readonly timeZone: string;
}

function ReminderLine({ one, timeZone }: ReminderLineProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { count, unit } = spanOf(one.minutesBefore);
  const span = t(`reminder.span.${unit}`, { count });
  return (
    <div>
      <p>{t(`reminder.before.${one.anchor}`, { span })}</p>
      <p className="hint">
        {one.at !== null && t('reminder.goesAt', { time: format.instant(one.at) })}
        {one.isMoved && t('reminder.moved')}
        {one.sent > 0 && t('reminder.sent', { count: one.sent })}
      </p>
    </div>
  );
}

interface AddReminderProps {
  readonly items: readonly Reminder[];
  readonly isPending: boolean;
  readonly onAdd: (one: Reminder) => void;
}

function AddReminder({ items, isPending, onAdd }: AddReminderProps) {
  const { t } = useTranslation();
  const [count, setCount] = useState('3');
  const [unit, setUnit] = useState<Unit>('days');
  const [anchor, setAnchor] = useState<Anchor>('start');
  const minutesBefore = minutesOf(count, unit);
  const problem =
    minutesBefore === null
      ? t('reminder.spanWrong')
      : isNew(items, { anchor, minutesBefore })
        ? null
        : t('reminder.twice');
  return (
    <div className="reminder-new">
      <Choice
        label={t('reminder.anchorLabel')}
        value={anchor}
        options={anchors.map((value) => ({ value, label: t(`reminder.anchor.${value}`) }))}
        onChange={(value) => setAnchor(value ?? 'start')}
      />
      <Input
        aria-label={t('reminder.countLabel')}
        aria-invalid={problem !== null}
        aria-describedby="reminder-problem"
        inputMode="numeric"
        maxLength={5}
        value={count}
        onChange={(event) => setCount(event.target.value)}
      />
      <Choice
        label={t('reminder.unitLabel')}
        value={unit}
        options={units.map((value) => ({ value, label: t(`reminder.unit.${value}`) }))}
        onChange={(value) => setUnit(value ?? 'days')}
      />
      <Button
        loading={isPending}
        disabled={problem !== null}
        onClick={() => minutesBefore !== null && onAdd({ anchor, minutesBefore })}
      >
        {t('reminder.add')}
      </Button>
      <p id="reminder-problem" className="hint" role="status">
        {problem}
      </p>
    </div>
  );
}
