import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import type { BudgetFilters, BudgetState, BudgetSummary } from './budget.model.js';
import { budgetReaders, YearChoice } from '../../../session/year-choice.js';

const CreateBudget = lazyPart('CreateBudget', () => import('./create-budget.js'), { rows: 6 });
const states = ['draft', 'submitted', 'adopted', 'superseded'] as const satisfies BudgetState[];

/** The budgets of one's unions with their versions; finance or an officer drafts one here. */
export function BudgetListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds } = useOffices();
  const [isDrafting, setIsDrafting] = useState(false);
  const filters = filtersOf(search);
  const mayDraft = holds('finance', 'officer');
  return (
    <ListPage
      title={t('app.page.budgets')}
      actions={
        mayDraft &&
        !isDrafting && (
          <Button type="primary" onClick={() => setIsDrafting(true)}>
            {t('budget.create')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('budget.hint')}</p>
          {mayDraft && <Preload part={CreateBudget} />}
          {isDrafting && <CreateBudget onDone={() => setIsDrafting(false)} />}
        </>
      }
      filters={<Filters filters={filters} onChange={(next) => setSearch(textOf(next))} />}
      list={useList('budget', '/budgets', filters)}
      empty={{ text: t('budget.none'), action: <p className="hint">{t('budget.noneHint')}</p> }}
      table={{ columns: useBudgetColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('budget.exportName'), columns: useExportColumns() }}
    />
  );
}

function Filters({ filters, onChange }: { filters: BudgetFilters; onChange: (next: BudgetFilters) => void }) {
  const { t } = useTranslation();
  const { union, year, state } = filters;
  return (
    <>
      <label>
        {t('budget.union')}
        <UnionPicker
          none={t('budget.allUnions')}
          roles={budgetReaders}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => onChange(without({ ...filters, union: chosen }))}
        />
      </label>
      <label>
        {t('budget.year')}
        <YearChoice
          none={t('budget.allYears')}
          value={year}
          onChange={(chosen) => onChange(without({ ...filters, year: chosen }))}
        />
      </label>
      <label>
        {t('budget.stateLabel')}
        <Choice<BudgetState>
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('budget.allStates') },
            ...states.map((value) => ({ value, label: t(`budget.state.${value}`) })),
          ]}
          onChange={(chosen) => onChange(without({ ...filters, state: chosen }))}
        />
      </label>
    </>
  );
}

function useBudgetColumns(): Column<BudgetSummary>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'title',
      title: t('budget.union'),
      cell: ({ id, union, year }) => (
        <Link to={`/budgets/${id}`} className="cell-link">
          {t('budget.ofYear', { union: union.name, year: String(year) })}
        </Link>
      ),
    },
    {
      key: 'version',
      title: t('budget.versionTitle'),
      cell: ({ number }) => t('budget.version', { number: String(number) }),
    },
    {
      key: 'state',
      title: t('budget.stateLabel'),
      cell: ({ state }) => <span className={`tag ${tagOf[state]}`}>{t(`budget.state.${state}`)}</span>,
    },
    { key: 'total', title: t('budget.total'), isNumber: true, cell: ({ total }) => money(total) },
  ];
}

export const tagOf = {
  draft: '',
  submitted: 'is-submitted',
  adopted: 'is-approved',
  superseded: '',
} as const;

function useExportColumns(): ExportColumn<BudgetSummary>[] {
  const { t } = useTranslation();
  return [
    { title: t('budget.union'), text: ({ union }) => union.name },
    { title: t('budget.year'), kind: 'count', text: ({ year }) => String(year) },
    { title: t('budget.versionTitle'), kind: 'count', text: ({ number }) => String(number) },
    { title: t('budget.stateLabel'), text: ({ state }) => t(`budget.state.${state}`) },
    { title: t('budget.total'), kind: 'money', isApart: true, text: ({ total }) => yuanOf(total.amount) },
  ];
}

function filtersOf(search: URLSearchParams): BudgetFilters {
  const year = Number(search.get('year'));
  return without({
    union: search.get('union') ?? undefined,
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    state: states.find((one) => one === search.get('state')),
  });
}

type Loose = { readonly [Name in keyof BudgetFilters]: BudgetFilters[Name] | undefined };

/** Filters without a value stand neither in the address nor in the query. */
function without(filters: Loose): BudgetFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

function textOf(filters: BudgetFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)]));
}
