import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { tagOf } from './budget-list-page.js';
import { BudgetSteps } from './budget-steps.js';
import type { Budget } from './budget.model.js';

const BudgetReportPart = lazyPart('BudgetReportPart', () => import('./budget-report.js'), { rows: 8 });
const WhatIf = lazyPart('WhatIf', () => import('./what-if.js'), { rows: 6 });

export function BudgetPage() {
  const { budgetId = '' } = useParams();
  const budget = useRead('budget', '/budgets/{budgetId}', { budgetId });
  return <Loaded query={budget}>{(found) => <OneBudget key={found.id} budget={found} />}</Loaded>;
}

function OneBudget({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { union, year } = budget;
  return (
    <>
      <PageHead title={t('budget.ofYear', { union: union.name, year: String(year) })} back="/budgets" />
      <Facts budget={budget} />
      <BudgetSteps budget={budget} />
      <Lines budget={budget} />
      <BudgetReportPart budgetId={budget.id} />
      <WhatIf budgetId={budget.id} />
    </>
  );
}

function Facts({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { state, number, total, reason, returnReason, submittedBy, adoptedBy } = budget;
  const nameOf = useNameOf();
  const named = (personId: string, mask: string | null): string =>
    nameOf(personId, mask) ?? t('budget.somebody');
  return (
    <section className="card">
      <p>
        <span className={`tag ${tagOf[state]}`}>{t(`budget.state.${state}`)}</span>{' '}
        {t('budget.version', { number: String(number) })}
      </p>
      <p className="big-figure">{money(total)}</p>
      {reason !== null && <p>{t('budget.reason', { reason })}</p>}
      {returnReason !== null && <p role="status">{t('budget.returned', { reason: returnReason })}</p>}
      {submittedBy !== null && (
        <p className="hint">
          {t('budget.submittedBy', { name: named(submittedBy, budget.submittedByName) })}
        </p>
      )}
      {adoptedBy !== null && (
        <p className="hint">{t('budget.adoptedBy', { name: named(adoptedBy, budget.adoptedByName) })}</p>
      )}
    </section>
  );
}

function Lines({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Budget['lines'][number]>[] = [
    {
      key: 'code',
      title: t('budget.code'),
      cell: ({ expenseCode, note }) => (
        <>
          {t(`money.expense.${expenseCode}`)}
          {note ? <span className="hint"> {note}</span> : null}
        </>
      ),
    },
    { key: 'amount', title: t('budget.planned'), isNumber: true, cell: ({ amount }) => money(amount) },
    ...(budget.number === 1
      ? []
      : [
          {
            key: 'before',
            title: t('budget.before'),
            isNumber: true,
            cell: ({ before }: Budget['lines'][number]) => (before === null ? '' : money(before)),
          },
          {
            key: 'difference',
            title: t('budget.difference'),
            isNumber: true,
            cell: ({ difference }: Budget['lines'][number]) => <SignedAmount amount={difference} />,
          },
        ]),
  ];
  return (
    <section className="card" aria-labelledby="budget-lines">
      <h2 id="budget-lines">{t('budget.lines')}</h2>
      <DataTable
        caption={t('budget.lines')}
        columns={columns}
        rows={budget.lines}
        rowKey={({ expenseCode }) => expenseCode}
      />
    </section>
  );
}
