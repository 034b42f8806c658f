import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type AccountFilters, accountFunds, accountPurposes } from './ledger.model.js';

const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

interface AccountFilterFieldsProps {
  readonly filters: AccountFilters;
  readonly onChange: <Name extends keyof AccountFilters>(
    name: Name,
    value: AccountFilters[Name] | undefined,
  ) => void;
}

/** The filters of the accounts, and the day of the balances. */
export function AccountFilterFields({ filters, onChange }: AccountFilterFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label>
        {t('money.union')}
        <UnionPicker
          none={t('money.account.allUnions')}
          roles={readers}
          {...(filters.union === undefined ? {} : { value: filters.union })}
          onChange={(union) => onChange('union', union)}
        />
      </label>
      <label>
        {t('strictLedger.filters.fund')}
        <Choice
          {...(filters.fund === undefined ? {} : { value: filters.fund })}
          options={[
            { value: '', label: t('strictLedger.filters.allFunds') },
            ...accountFunds.map((one) => ({ value: one, label: t(`money.fund.${one}`) })),
          ]}
          onChange={(fund) => onChange('fund', fund)}
        />
      </label>
      <label>
        {t('strictLedger.filters.purpose')}
        <Choice
          {...(filters.purpose === undefined ? {} : { value: filters.purpose })}
          options={[
            { value: '', label: t('strictLedger.filters.allPurposes') },
            ...accountPurposes.map((one) => ({ value: one, label: t(`money.account.purposes.${one}`) })),
          ]}
          onChange={(purpose) => onChange('purpose', purpose)}
        />
      </label>
      <label htmlFor={`${id}-name`}>
        {t('strictLedger.filters.name')}
        <Input
          id={`${id}-name`}
          type="search"
          maxLength={100}
          value={filters.q ?? ''}
          onChange={(event) => onChange('q', event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-day`}>
        {t('strictLedger.filters.asOf')}
        <DateInput id={`${id}-day`} value={filters.asOf ?? ''} onChange={(day) => onChange('asOf', day)} />
      </label>
    </>
  );
}
