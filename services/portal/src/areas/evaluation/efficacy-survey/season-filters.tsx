import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { partyKindsOfSeason, type PartyKindOfSeason } from './use-efficacy-surveys.js';

interface Common {
  readonly kind?: PartyKindOfSeason;
  readonly q?: string;
}

interface SeasonFiltersProps<Filters extends Common> {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  /** What else this list is filtered by. */
  readonly children: (change: (changed: Partial<Filters>) => void) => ReactNode;
}

/** By name and by kind of party, and by one thing more. */
export function SeasonFilters<Filters extends Common>({
  filters,
  onChange,
  children,
}: SeasonFiltersProps<Filters>) {
  const { t } = useTranslation();
  const [q, setQ] = useState(filters.q ?? '');
  const change = (changed: object): void =>
    onChange(withoutBlanks<Filters>({ ...filters, q: q.trim(), ...changed }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({});
  };
  return (
    <form role="search" className="money-filters" onSubmit={submit}>
      <Input
        type="search"
        value={q}
        maxLength={200}
        aria-label={t('efficacySurvey.search')}
        placeholder={t('efficacySurvey.search')}
        onChange={(event) => setQ(event.target.value)}
      />
      <Choice<PartyKindOfSeason>
        label={t('efficacySurvey.kindLabel')}
        {...(filters.kind === undefined ? {} : { value: filters.kind })}
        options={[
          { value: '', label: t('efficacySurvey.everyKind') },
          ...partyKindsOfSeason.map((value) => ({ value, label: t(`efficacySurvey.kind.${value}`) })),
        ]}
        onChange={(kind) => change({ kind })}
      />
      {children(change)}
      <Button type="primary" htmlType="submit">
        {t('common.search')}
      </Button>
    </form>
  );
}
