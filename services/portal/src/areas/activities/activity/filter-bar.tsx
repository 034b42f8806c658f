import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withFilter } from '../../../kit/filters.model.js';
import type { ActivityFilters } from './activity-filters.js';
import { type ActivityKind, activityKinds } from '../../../api/classification.js';
import { MoreFilters } from './more-filters.js';
import { Input } from '../../../kit/input.js';

interface FilterBarProps {
  readonly filters: ActivityFilters;
  readonly onChange: (filters: ActivityFilters) => void;
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const kinds = [
    { value: '' as const, label: t('activity.allKinds') },
    ...activityKinds.map((kind) => ({ value: kind, label: t(`activity.kind.${kind}`) })),
  ];
  const withText = withFilter(filters, 'q', text.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <form role="search" onSubmit={submit}>
      <div className="filters activity-filters">
        <Input
          type="search"
          value={text}
          maxLength={200}
          aria-label={t('activity.searchLabel')}
          placeholder={t('activity.searchLabel')}
          onChange={(event) => setText(event.target.value)}
        />
        <Choice<ActivityKind>
          value={filters.kind}
          options={kinds}
          label={t('activity.kindLabel')}
          onChange={(kind) => onChange(withFilter(withText, 'kind', kind))}
        />
        <Button htmlType="submit">{t('activity.search')}</Button>
      </div>
      <MoreFilters filters={withText} onChange={onChange} />
    </form>
  );
}
