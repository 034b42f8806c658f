import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpenseCode } from '../../../api/accounting.js';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { fenOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { SignedAmount } from '../ledger/signed-amount.js';

type Line = components['schemas']['WhatIfLineDto'];
type Outlook = components['schemas']['WhatIfCodeView'];

/** The values typed for a code; an empty field changes nothing. */
interface Typed {
  readonly planned?: string;
  readonly more?: string;
  readonly heads?: string;
}

const headsMax = 1_000_000;

/** The end of the year with other amounts and heads, computed while typing; nothing is saved. */
export function WhatIf({ budgetId }: { readonly budgetId: string }) {
  const { t } = useTranslation();
  const { data: report } = useRead('budget', '/budgets/{budgetId}/report', { budgetId });
  const [typed, setTyped] = useState<Partial<Record<ExpenseCode, Typed>>>({});
  const { data, error } = useWhatIf(budgetId, useDebounced(linesOf(typed)));
  const codes = report?.codes.map(({ expenseCode }) => expenseCode) ?? [];
  if (codes.length === 0) return null;
  return (
    <section className="card" aria-labelledby="budget-what-if">
      <h2 id="budget-what-if">{t('budget.whatIf')}</h2>
      <p className="hint">{t('budget.whatIfHint')}</p>
      {codes.map((code) => (
        <CodeFields
          key={code}
          code={code}
          typed={typed[code] ?? {}}
          onChange={(values) => setTyped({ ...typed, [code]: values })}
        />
      ))}
      {error !== null && <Refusal title={t('budget.refused')} error={error} />}
      {data !== undefined && <Answer answer={data} />}
    </section>
  );
}

/** The end of the year as it would be; nothing is saved. */
function useWhatIf(budgetId: string, lines: Line[]) {
  return useQuery({
    queryKey: ['budget', 'whatIf', { budgetId, lines }],
    queryFn: ({ signal }) =>
      request('post', '/budgets/{budgetId}/what-if', { budgetId, body: { lines } }, { signal }),
    placeholderData: (before) => before,
  });
}

interface CodeFieldsProps {
  readonly code: ExpenseCode;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function CodeFields({ code, typed, onChange }: CodeFieldsProps) {
  const { t } = useTranslation();
  const isWrong = typed.heads !== undefined && typed.heads !== '' && headsOf(typed) === null;
  return (
    <fieldset className="money-filters">
      <legend>{t(`money.expense.${code}`)}</legend>
      <label>
        {t('budget.plannedInstead')}
        <MoneyInput value={typed.planned ?? ''} onChange={(planned) => onChange({ ...typed, planned })} />
      </label>
      <label>
        {t('budget.more')}
        <MoneyInput value={typed.more ?? ''} onChange={(more) => onChange({ ...typed, more })} />
      </label>
      <label>
        {t('budget.moreHeads')}
        <Input
          inputMode="numeric"
          maxLength={7}
          value={typed.heads ?? ''}
          aria-invalid={isWrong}
          onChange={(event) => onChange({ ...typed, heads: event.target.value })}
        />
        {isWrong && (
          <span className="field-error" role="alert">
            {t('budget.headsWrong')}
          </span>
        )}
      </label>
    </fieldset>
  );
}

function Answer({ answer }: { readonly answer: components['schemas']['BudgetWhatIfView'] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Outlook>[] = [
    { key: 'code', title: t('budget.code'), cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`) },
    { key: 'planned', title: t('budget.planned'), isNumber: true, cell: ({ planned }) => money(planned) },
    { key: 'borne', title: t('budget.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    { key: 'expected', title: t('budget.expected'), isNumber: true, cell: ({ expected }) => money(expected) },
    { key: 'yearEnd', title: t('budget.yearEnd'), isNumber: true, cell: ({ yearEnd }) => money(yearEnd) },
    {
      key: 'left',
      title: t('budget.left'),
      isNumber: true,
      cell: ({ left }) => <SignedAmount amount={left} />,
    },
  ];
  const { total, codes, atThisPace } = answer;
  return (
    <div aria-live="polite">
      <dl className="figures">
        <div>
          <dt>{t('budget.yearEnd')}</dt>
          <dd className="big-figure">{money(total.yearEnd)}</dd>
        </div>
        <div>
          <dt>{t('budget.left')}</dt>
          <dd className="big-figure">
            <SignedAmount amount={total.left} />
          </dd>
        </div>
      </dl>
      <p className="hint">{t('budget.atThisPace', { amount: money(atThisPace) })}</p>
      <DataTable
        caption={t('budget.whatIf')}
        columns={columns}
        rows={codes}
        rowKey={({ expenseCode }) => expenseCode}
      />
    </div>
  );
}

function headsOf({ heads }: Typed): number | null {
  return wholeNumberOf(heads, 0, headsMax);
}

/** The lines that are complete; incomplete ones are ignored. */
function linesOf(typed: Partial<Record<ExpenseCode, Typed>>): Line[] {
  return (Object.entries(typed) as [ExpenseCode, Typed][]).flatMap(([expenseCode, values]) => {
    const planned = amountOf(values.planned);
    const more = amountOf(values.more);
    const heads = headsOf(values);
    if (planned === null && more === null && heads === null) return [];
    return [
      {
        expenseCode,
        ...(planned === null ? {} : { planned }),
        ...(more === null ? {} : { more }),
        ...(heads === null ? {} : { heads }),
      },
    ];
  });
}

function amountOf(text: string | undefined): Line['more'] {
  const amount = fenOf(text ?? '');
  return amount === null || amount.startsWith('-') ? null : { amount, currency: 'CNY' };
}
