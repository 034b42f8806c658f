import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withFilter } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { MoreFilters } from '../../../kit/more-filters.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../resource/resource-filters.js';
import { type NeedFilters, type NeedState, needStates } from './need-form.js';

interface NeedFilterFieldsProps {
  readonly filters: NeedFilters;
  readonly onChange: (filters: NeedFilters) => void;
}

/** The filters of needs: words, wants, district, and whose offers could answer. */
export function NeedFilterFields({ filters, onChange }: NeedFilterFieldsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const [district, setDistrict] = useState(filters.district ?? '');
  const typed = withFilter(withFilter(filters, 'q', text.trim()), 'district', district.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(typed);
  };
  return (
    <form role="search" onSubmit={submit}>
      <div className="list-filters">
        <div className="find-field">
          <Input
            type="search"
            value={text}
            maxLength={50}
            aria-label={t('need.searchLabel')}
            placeholder={t('need.searchLabel')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button htmlType="submit">{t('common.search')}</Button>
        </div>
        <Choices filters={typed} onChange={onChange} />
      </div>
      <MoreFilters isUsed={[filters.function, filters.business, filters.district].some(Boolean)}>
        <WhatChoices filters={typed} onChange={onChange} />
        <Input
          value={district}
          maxLength={50}
          aria-label={t('resource.district')}
          placeholder={t('resource.district')}
          onChange={(event) => setDistrict(event.target.value)}
        />
      </MoreFilters>
    </form>
  );
}

function Choices({ filters, onChange }: NeedFilterFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice<'forMe'>
        {...(filters.forMe === true ? { value: 'forMe' as const } : {})}
        label={t('need.whoseLabel')}
        options={[
          { value: '', label: t('need.everybodys') },
          { value: 'forMe', label: t('need.forMe') },
        ]}
        onChange={(value) => onChange(withFilter(filters, 'forMe', value === undefined ? undefined : true))}
      />
      <Choice<NeedState>
        value={filters.state ?? 'open'}
        label={t('need.stateLabel')}
        options={needStates.map((value) => ({ value, label: t(`need.state.${value}`) }))}
        onChange={(state) => onChange(withFilter(filters, 'state', state))}
      />
    </>
  );
}

function WhatChoices({ filters, onChange }: NeedFilterFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice<ResourceFunction>
        {...(filters.function === undefined ? {} : { value: filters.function })}
        label={t('activity.functionLabel')}
        options={[
          { value: '', label: t('activity.everyFunction') },
          ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'function', value))}
      />
      <Choice<UnionBusiness>
        {...(filters.business === undefined ? {} : { value: filters.business })}
        label={t('activity.businessLabel')}
        options={[
          { value: '', label: t('activity.everyBusiness') },
          ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'business', value))}
      />
    </>
  );
}
