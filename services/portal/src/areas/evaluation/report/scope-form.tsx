import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type ReportScope, reportReaders } from './use-reports.js';

interface ScopeFormProps {
  readonly scope: ReportScope;
  readonly onAsk: (scope: ReportScope) => void;
}

/** Of which union, from when to when; asked for when the button is pressed. */
export function ScopeForm({ scope, onAsk }: ScopeFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(scope);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(typed);
  };
  return (
    <form className="card period-bar" onSubmit={submit}>
      <label>
        <span>{t('report.union')}</span>
        <UnionPicker
          value={typed.union}
          roles={reportReaders}
          none={t('evaluation.choose')}
          onChange={(union) => setTyped({ ...typed, union: union ?? scope.union })}
        />
      </label>
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
