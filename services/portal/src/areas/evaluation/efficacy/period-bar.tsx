import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../kit/period.js';
import { DateInput } from '../../../kit/date-input.js';

interface PeriodBarProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** From and to, shown when the button is pressed: a half-typed year is not asked for. */
export function PeriodBar({ period, onChange }: PeriodBarProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(period);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(typed);
  };
  return (
    <form className="card period-bar" onSubmit={submit}>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          <span>{t(`evaluation.${name}`)}</span>
          <DateInput
            required
            min={name === 'to' ? typed.from : undefined}
            value={typed[name]}
            onChange={(day) => setTyped({ ...typed, [name]: day })}
          />
        </label>
      ))}
      <Button type="primary" htmlType="submit">
        {t('evaluation.show')}
      </Button>
    </form>
  );
}
