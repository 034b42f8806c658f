import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { FromTo } from './from-to.js';
import { RemovableLine } from './removable-line.js';
import { endOf, isTime, spansOf, type Weekday, weekdays } from './hours.model.js';
import type { Hours } from './lending.model.js';

type Weekly = NonNullable<Hours['weekly']>;

interface SpanListProps {
  readonly value?: Weekly;
  readonly onChange?: (weekly: Weekly) => void;
}

/** The hours of a week, with a form that adds the same hours to several days. */
export function SpanList({ value = [], onChange }: SpanListProps) {
  const { t } = useTranslation();
  const { weekday: nameOf } = useFormat();
  const entries = weekdays.flatMap((weekday) =>
    spansOf(value, weekday).map((span) => ({ weekday, ...span })),
  );
  const without = (one: Weekly[number]): Weekly =>
    value.filter(({ weekday, from }) => weekday !== one.weekday || from !== one.from);
  return (
    <fieldset className="group">
      <legend>{t('lending.hours.form.weekly')}</legend>
      {entries.length === 0 && <p className="hint">{t('lending.hours.form.none')}</p>}
      <div className="actions">
        {entries.map((one) => {
          const times = t('lending.hours.span', { from: one.from, to: one.to });
          const what = t('lending.hours.line', { days: nameOf(one.weekday), times });
          return (
            <RemovableLine
              key={`${one.weekday}${one.from}`}
              what={what}
              onRemove={() => onChange?.(without(one))}
            />
          );
        })}
      </div>
      <AddSpan onAdd={(added) => onChange?.([...value, ...added])} />
    </fieldset>
  );
}

const workdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

function AddSpan({ onAdd }: { readonly onAdd: (spans: Weekly) => void }) {
  const { t } = useTranslation();
  const { weekday: nameOf } = useFormat();
  const [days, setDays] = useState<readonly Weekday[]>(workdays);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const toggle = (day: Weekday): void =>
    setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day]);
  const isReady = days.length > 0 && isTime(from) && isTime(to);
  const add = (): void => {
    onAdd(days.map((weekday) => ({ weekday, from, to: endOf(to) })));
    setFrom('');
    setTo('');
  };
  return (
    <>
      <p>{t('lending.hours.form.days')}</p>
      <div className="lending-boxes">
        {weekdays.map((day) => (
          <Checkbox key={day} checked={days.includes(day)} onChange={() => toggle(day)}>
            {nameOf(day)}
          </Checkbox>
        ))}
      </div>
      <FromTo
        labels={{ from: t('lending.hours.form.from'), to: t('lending.hours.form.to') }}
        hint={t('lending.hours.form.toHint')}
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
      />
      <Button disabled={!isReady} onClick={add}>
        {t('lending.hours.form.add')}
      </Button>
    </>
  );
}
