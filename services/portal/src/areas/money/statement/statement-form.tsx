import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { localTimeOf } from '../../../i18n/format.js';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { hasParty, periodOf, type Preset, presets, type StatementQuery } from './statement.model.js';

interface StatementFormProps {
  readonly asked: StatementQuery;
  readonly onAsk: (query: StatementQuery) => void;
}

/** Who sees the statements of the unions that they hold an office at. */
export const statementReaders = ['officer', 'finance', 'approver', 'auditor'] as const;

export function StatementForm({ asked, onAsk }: StatementFormProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(asked);
  const isWhole = hasParty(query) && query.from !== '' && query.to !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) onAsk(query);
  };
  const choose = (preset: Preset): void => {
    const chosen = { ...query, ...periodOf(preset, today()) };
    setQuery(chosen);
    if (hasParty(chosen)) onAsk(chosen);
  };
  return (
    <form className="card" onSubmit={submit}>
      <div className="money-filters">
        {query.party === '' && (
          <label>
            {t('money.union')}
            <UnionPicker
              none={t('money.choose')}
              roles={statementReaders}
              {...(query.union === '' ? {} : { value: query.union })}
              onChange={(union) => setQuery({ ...query, union: union ?? '' })}
            />
          </label>
        )}
        <label>
          {t('money.from')}
          <DateInput value={query.from} onChange={(from) => setQuery({ ...query, from })} />
        </label>
        <label>
          {t('money.to')}
          <DateInput value={query.to} min={query.from} onChange={(to) => setQuery({ ...query, to })} />
        </label>
      </div>
      {query.party !== '' && (
        <p className="hint">
          {t('money.statement.ofParty')} <Link to="/statements">{t('money.statement.ofUnion')}</Link>
        </p>
      )}
      <div className="actions" role="group" aria-label={t('money.statement.presetLabel')}>
        {presets.map((preset) => (
          <Button key={preset} onClick={() => choose(preset)}>
            {t(`money.statement.presets.${preset}`)}
          </Button>
        ))}
        <Button type="primary" htmlType="submit" disabled={!isWhole}>
          {t('money.apply')}
        </Button>
      </div>
    </form>
  );
}

/** What is shown where nothing was chosen yet. @param union '' until it is known */
export function thisQuarterOf(union: string): StatementQuery {
  return { union, party: '', ...periodOf('quarter', today()) };
}

/** Today in the zone of the books. */
function today(): string {
  return localTimeOf(new Date().toISOString()).slice(0, 10);
}
