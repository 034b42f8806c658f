import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { Choice } from './choice.js';
import { DateInput } from './date-input.js';
import { Input } from './input.js';
import { holidayPolicies, ordinals, type Pace, paces, type Weekday, weekdays } from './recurrence-form.js';
import { dayWords, ordinalWords } from './recurrence-words.model.js';

const intervals = ['1', '2', '3', '4', '6', '12'] as const;
const monthDays = [...Array.from({ length: 31 }, (_unused, index) => String(index + 1)), '-1'];

/** On which days it is held again. */
export function DayFields({ pace }: { readonly pace: Pace }) {
  const { t } = useTranslation();
  const every = {
    weekly: 'everyWeek',
    monthlyWeekday: 'everyMonth',
    monthlyDay: 'everyMonth',
    daily: 'everyDay',
  } as const;
  return (
    <>
      <div className="two-columns">
        <Form.Item name="pace" label={t('series.form.pace')}>
          <Choice options={paces.map((value) => ({ value, label: t(`series.form.${value}`) }))} />
        </Form.Item>
        <Form.Item name="interval" label={t('series.form.interval')}>
          <Choice
            options={intervals.map((interval) => ({
              value: interval,
              label: t(`series.form.${every[pace]}`, { interval }),
            }))}
          />
        </Form.Item>
      </div>
      {pace === 'weekly' && (
        <Form.Item name="weekdays">
          <WeekdayBoxes />
        </Form.Item>
      )}
      {pace === 'monthlyWeekday' && <NthWeekday />}
      {pace === 'monthlyDay' && (
        <Form.Item name="monthDay" label={t('series.form.monthDay')}>
          <Choice
            options={monthDays.map((day) => ({
              value: day,
              label: day === '-1' ? t('series.rule.lastDay') : t('series.form.dayOfMonth', { day }),
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}

function NthWeekday() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item name="ordinal" label={t('series.form.ordinal')}>
        <Choice options={ordinals.map((value) => ({ value, label: ordinalWords(Number(value), { t }) }))} />
      </Form.Item>
      <Form.Item name="weekday" label={t('series.form.weekday')}>
        <Choice options={weekdays.map((value) => ({ value, label: t(`series.weekday.${value}`) }))} />
      </Form.Item>
    </div>
  );
}

interface WeekdayBoxesProps {
  readonly value?: readonly Weekday[];
  readonly onChange?: (chosen: Weekday[]) => void;
}

function WeekdayBoxes({ value = [], onChange }: WeekdayBoxesProps) {
  const { t } = useTranslation();
  const toggle = (day: Weekday): void =>
    onChange?.(value.includes(day) ? value.filter((one) => one !== day) : [...value, day]);
  return (
    <fieldset className="group">
      <legend>{t('series.form.weekdays')}</legend>
      <div className="series-boxes">
        {weekdays.map((day) => (
          <Checkbox key={day} checked={value.includes(day)} onChange={() => toggle(day)}>
            {t(`series.weekday.${day}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

/** A series has an end: so many times, or a day. */
export function EndFields({ ends }: { readonly ends: 'count' | 'until' }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item name="ends" label={t('series.form.ends')}>
        <Choice
          options={[
            { value: 'count', label: t('series.form.byCount') },
            { value: 'until', label: t('series.form.byDate') },
          ]}
        />
      </Form.Item>
      {ends === 'count' ? (
        <Form.Item name="count" label={t('series.form.count')} extra={t('series.form.countHint')}>
          <Input inputMode="numeric" maxLength={3} className="short-field" />
        </Form.Item>
      ) : (
        <Form.Item name="until" label={t('series.form.until')}>
          <DateInput />
        </Form.Item>
      )}
    </div>
  );
}

/** What becomes of days on which it is not held. */
export function ExceptFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="holidays" label={t('series.form.holidays')}>
        <Choice options={holidayPolicies.map((value) => ({ value, label: t(`series.form.${value}`) }))} />
      </Form.Item>
      <ExceptDaysField />
    </>
  );
}

export function ExceptDaysField() {
  return (
    <Form.Item name="except">
      <ExceptDays />
    </Form.Item>
  );
}

interface ExceptDaysProps {
  readonly value?: readonly string[];
  readonly onChange?: (days: string[]) => void;
}

function ExceptDays({ value = [], onChange }: ExceptDaysProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [day, setDay] = useState('');
  const add = (): void => {
    if (day !== '') onChange?.([...new Set([...value, day])].sort());
    setDay('');
  };
  return (
    <fieldset className="group">
      <legend>{t('series.form.except')}</legend>
      <div className="inline-field">
        <DateInput aria-label={t('series.form.except')} value={day} onChange={setDay} />
        <Button disabled={day === ''} onClick={add}>
          {t('series.form.addExcept')}
        </Button>
      </div>
      <div className="actions">
        {value.map((one) => (
          <Button key={one} onClick={() => onChange?.(value.filter((other) => other !== one))}>
            {t('series.form.removeExcept', { date: dayWords(one, locale) })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
