import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { type ActivityFilters, type ActivityState, activityStates } from './activity-filters.js';

interface FilterBarProps {
  readonly filters: ActivityFilters;
  readonly onChange: (filters: ActivityFilters) => void;
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const options = [
    { value: '' as const, label: t('activity.allStates') },
    ...activityStates.map((state) => ({ value: state, label: t(`activity.state.${state}`) })),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ ...filters, q: text.trim() });
  };
  const choose = (state: ActivityState | undefined): void => {
    const { state: _before, ...others } = filters;
    onChange({ ...others, q: text.trim(), ...(state === undefined ? {} : { state }) });
  };
  return (
    <form role="search" className="filters" onSubmit={submit}>
      <Input
        type="search"
        value={text}
        maxLength={200}
        aria-label={t('activity.searchLabel')}
        placeholder={t('activity.searchLabel')}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice<ActivityState>
        value={filters.state}
        options={options}
        label={t('activity.stateLabel')}
        onChange={choose}
      />
      <Button type="primary" htmlType="submit">
        {t('activity.search')}
      </Button>
    </form>
  );
}
