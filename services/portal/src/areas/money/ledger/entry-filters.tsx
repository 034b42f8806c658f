import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MoreFilters } from '../../../kit/more-filters.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { type EntryFilters, entryKinds } from './ledger.model.js';

/** What few ask for. */
const more = ['from', 'to', 'amountFrom', 'amountTo'] as const;

const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

interface EntryFilterFieldsProps {
  readonly filters: EntryFilters;
  readonly onSearch: (filters: EntryFilters) => void;
}

/** The filters of an audit: kind, days, amounts, union and words. */
export function EntryFilterFields({ filters, onSearch }: EntryFilterFieldsProps) {
  const { t } = useTranslation();
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
        <WordField q={draft.q ?? ''} onChange={set} />
        <label>
          {t('money.kind')}
          <Choice
            {...(draft.kind === undefined ? {} : { value: draft.kind })}
            options={[
              { value: '', label: t('money.allKinds') },
              ...entryKinds.map((one) => ({ value: one, label: t(`money.entry.kinds.${one}`) })),
            ]}
            onChange={(kind) => setDraft(withoutBlanks<EntryFilters>({ ...draft, kind }))}
          />
        </label>
        <label>
          {t('money.union')}
          <UnionPicker
            none={t('money.account.allUnions')}
            roles={readers}
            {...(draft.union === undefined ? {} : { value: draft.union })}
            onChange={(union) => setDraft(withoutBlanks<EntryFilters>({ ...draft, union }))}
          />
        </label>
        <Button htmlType="submit" type="primary">
          {t('strictLedger.filters.search')}
        </Button>
      </div>
      <MoreFilters isUsed={more.some((name) => filters[name] !== undefined)}>
        <DayFields from={draft.from ?? ''} to={draft.to ?? ''} onChange={set} />
        <AmountFields amounts={amounts} onChange={setAmounts} />
      </MoreFilters>
    </form>
  );
}

interface WordFieldProps {
  readonly q: string;
  readonly onChange: (changes: { readonly q: string }) => void;
}

function WordField({ q, onChange }: WordFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label htmlFor={id}>
      {t('strictLedger.filters.text')}
      <Input
        id={id}
        type="search"
        maxLength={100}
        value={q}
        onChange={(event) => onChange({ q: event.target.value })}
      />
    </label>
  );
}

interface DayFieldsProps {
  readonly from: string;
  readonly to: string;
  readonly onChange: (changes: { readonly from?: string; readonly to?: string }) => void;
}

function DayFields({ from, to, onChange }: DayFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={`${id}-from`}>
        {t('strictLedger.filters.from')}
        <DateInput id={`${id}-from`} value={from} onChange={(day) => onChange({ from: day })} />
      </label>
      <label htmlFor={`${id}-to`}>
        {t('strictLedger.filters.to')}
        <DateInput id={`${id}-to`} value={to} onChange={(day) => onChange({ to: day })} />
      </label>
    </>
  );
}

/** 元, as typed. */
interface Amounts {
  readonly from: string;
  readonly to: string;
}

interface AmountFieldsProps {
  readonly amounts: Amounts;
  readonly onChange: (amounts: Amounts) => void;
}

function AmountFields({ amounts, onChange }: AmountFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={`${id}-least`}>
        {t('strictLedger.filters.amountFrom')}
        <MoneyInput
          id={`${id}-least`}
          value={amounts.from}
          onChange={(from) => onChange({ ...amounts, from })}
        />
      </label>
      <label htmlFor={`${id}-most`}>
        {t('strictLedger.filters.amountTo')}
        <MoneyInput id={`${id}-most`} value={amounts.to} onChange={(to) => onChange({ ...amounts, to })} />
      </label>
    </>
  );
}

const yuan = (fen: string | undefined): string => (fen === undefined ? '' : yuanOf(fen));
