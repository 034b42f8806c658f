import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf, yuanOf } from '../../i18n/format.js';
import { Choice } from '../../shell/choice.js';
import { DateInput } from '../../shell/date-input.js';
import { Input } from '../../shell/input.js';
import { MoneyInput } from '../../shell/money-input.js';
import { UnionPicker } from '../../shell/union-picker.js';
import { withoutBlanks } from '../../shell/filters.model.js';
import { type EntryFilters, entryKinds } from './use-ledger.js';

const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

interface EntryFilterFieldsProps {
  readonly filters: EntryFilters;
  readonly onSearch: (filters: EntryFilters) => void;
}

/** What an auditor looks for: kind, days, amounts, whose, and words. */
export function EntryFilterFields({ filters, onSearch }: EntryFilterFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState(filters);
  const [amounts, setAmounts] = useState({ from: yuan(filters.amountFrom), to: yuan(filters.amountTo) });
  const set = (changes: Partial<EntryFilters>): void => setDraft({ ...draft, ...changes });
  const search = (): void =>
    onSearch(
      withoutBlanks<EntryFilters>({
        ...draft,
        amountFrom: fenOf(amounts.from) ?? undefined,
        amountTo: fenOf(amounts.to) ?? undefined,
      }),
    );
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <div className="money-filters">
        <Choice
          label={t('money.kind')}
          {...(draft.kind === undefined ? {} : { value: draft.kind })}
          options={[
            { value: '', label: t('money.allKinds') },
            ...entryKinds.map((one) => ({ value: one, label: t(`money.entry.kinds.${one}`) })),
          ]}
          onChange={(kind) => setDraft(withoutBlanks<EntryFilters>({ ...draft, kind }))}
        />
        <UnionPicker
          label={t('money.account.ofUnion')}
          none={t('money.account.allUnions')}
          roles={readers}
          {...(draft.union === undefined ? {} : { value: draft.union })}
          onChange={(union) => setDraft(withoutBlanks<EntryFilters>({ ...draft, union }))}
        />
        <label htmlFor={`${id}-q`}>
          {t('strictLedger.filters.text')}
          <Input
            id={`${id}-q`}
            type="search"
            maxLength={100}
            value={draft.q ?? ''}
            onChange={(event) => set({ q: event.target.value })}
          />
        </label>
        <label htmlFor={`${id}-from`}>
          {t('strictLedger.filters.from')}
          <DateInput id={`${id}-from`} value={draft.from ?? ''} onChange={(from) => set({ from })} />
        </label>
        <label htmlFor={`${id}-to`}>
          {t('strictLedger.filters.to')}
          <DateInput id={`${id}-to`} value={draft.to ?? ''} onChange={(to) => set({ to })} />
        </label>
        <label htmlFor={`${id}-least`}>
          {t('strictLedger.filters.amountFrom')}
          <MoneyInput
            id={`${id}-least`}
            value={amounts.from}
            onChange={(from) => setAmounts({ ...amounts, from })}
          />
        </label>
        <label htmlFor={`${id}-most`}>
          {t('strictLedger.filters.amountTo')}
          <MoneyInput
            id={`${id}-most`}
            value={amounts.to}
            onChange={(to) => setAmounts({ ...amounts, to })}
          />
        </label>
        <Button htmlType="submit" type="primary">
          {t('strictLedger.filters.search')}
        </Button>
      </div>
    </form>
  );
}

const yuan = (fen: string | undefined): string => (fen === undefined ? '' : yuanOf(fen));
