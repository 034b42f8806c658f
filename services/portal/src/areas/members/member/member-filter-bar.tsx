import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withFilter } from '../../../kit/filters.model.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type MemberFilters, type MemberState, memberStates } from './member.model.js';
import { Input } from '../../../kit/input.js';

interface MemberFilterBarProps {
  readonly filters: MemberFilters;
  readonly onChange: (filters: MemberFilters) => void;
}

export function MemberFilterBar({ filters, onChange }: MemberFilterBarProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const withText = withFilter(filters, 'q', text.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <form role="search" onSubmit={submit}>
      <div className="money-filters">
        <Input
          type="search"
          value={text}
          maxLength={200}
          autoComplete="off"
          aria-label={t('member.searchLabel')}
          placeholder={t('member.searchLabel')}
          aria-describedby="member-search-hint"
          onChange={(event) => setText(event.target.value)}
        />
        <UnionPicker
          label={t('member.union')}
          roles={['officer', 'auditor', 'operator']}
          none={t('member.everyUnion')}
          {...(filters.union === undefined ? {} : { value: filters.union })}
          onChange={(union) => onChange(withFilter(withText, 'union', union))}
        />
        <Choice<MemberState>
          label={t('member.stateLabel')}
          value={filters.state}
          options={[
            { value: '', label: t('member.everyState') },
            ...memberStates.map((state) => ({ value: state, label: t(`member.state.${state}`) })),
          ]}
          onChange={(state) => onChange(withFilter(withText, 'state', state))}
        />
        <Button type="primary" htmlType="submit">
          {t('common.search')}
        </Button>
      </div>
      <p id="member-search-hint" className="hint">
        {t('member.searchHint')}
      </p>
    </form>
  );
}
