import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { FromTo } from './from-to.js';
import { endOf, isTime } from './hours.model.js';
import { useTimes } from './hours-summary.js';
import { RemovableLine } from './removable-line.js';
import type { Hours } from './lending.model.js';

type Exceptions = Hours['exceptions'];

interface ExceptionListProps {
  readonly value?: Exceptions;
  readonly onChange?: (exceptions: Exceptions) => void;
}

/** Single dates that differ from their weekday. */
export function ExceptionList({ value = [], onChange }: ExceptionListProps) {
  const { t } = useTranslation();
  const { date: dateText } = useFormat();
  const timesOf = useTimes();
  const others = (date: string): Exceptions => value.filter((one) => one.date !== date);
  return (
    <fieldset className="group">
      <legend>{t('lending.hours.exceptions')}</legend>
      <div className="actions">
        {value.map(({ date, spans }) => {
          const what = t('lending.hours.exception', { date: dateText(date), times: timesOf(spans) });
          return <RemovableLine key={date} what={what} onRemove={() => onChange?.(others(date))} />;
        })}
      </div>
      <AddException onAdd={(one) => onChange?.([...others(one.date), one])} />
    </fieldset>
  );
}

function AddException({ onAdd }: { readonly onAdd: (one: Exceptions[number]) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [date, setDate] = useState('');
  const [isClosed, setIsClosed] = useState(true);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const isReady = date !== '' && (isClosed || (isTime(from) && isTime(to)));
  const add = (): void => {
    onAdd({ date, spans: isClosed ? [] : [{ from, to: endOf(to) }], note: note.trim() || null });
    setDate('');
    setNote('');
  };
  return (
    <>
      <p>
        <label htmlFor={`${id}-date`}>{t('lending.hours.form.date')}</label>
        <DateInput id={`${id}-date`} value={date} onChange={setDate} />
      </p>
      <div className="lending-boxes">
        <Checkbox checked={isClosed} onChange={() => setIsClosed(!isClosed)}>
          {t('lending.hours.form.closedThatDay')}
        </Checkbox>
      </div>
      {!isClosed && (
        <FromTo
          labels={{ from: t('lending.hours.form.dateFrom'), to: t('lending.hours.form.dateTo') }}
          from={from}
          to={to}
          onFrom={setFrom}
          onTo={setTo}
        />
      )}
      <p>
        <label htmlFor={`${id}-note`}>{t('lending.hours.form.note')}</label>
        <Input
          id={`${id}-note`}
          maxLength={100}
          placeholder={t('lending.hours.form.noteExample')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </p>
      <Button disabled={!isReady} onClick={add}>
        {t('lending.hours.form.addDate')}
      </Button>
    </>
  );
}
