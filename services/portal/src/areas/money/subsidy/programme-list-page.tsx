import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { Bar } from './bar.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import {
  type Programme,
  type ProgrammeFilters,
  type ProgrammeState,
  programmeStates,
} from './subsidy.model.js';

/** The programmes of one's union and of those above it; members read them too. */
export function ProgrammeListPage() {
  const { t } = useTranslation();
  const { holds, holdsOffice } = useOffices();
  const columns = useExportColumns();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const show = (chosen: ProgrammeFilters): void => setSearch(searchOf(chosen));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.subsidies')}
      tabs={<SubsidyTabs />}
      actions={
        holds('officer', 'finance') && (
          <ButtonLink to="/subsidy-programmes/new">{t('subsidy.programme.new')}</ButtonLink>
        )
      }
      intro={<p className="hint">{t('subsidy.programme.hint')}</p>}
      filters={
        <Choice<ProgrammeState>
          label={t('subsidy.state')}
          value={filters.state}
          options={[
            { value: '', label: t('subsidy.allStates') },
            ...programmeStates.map((one) => ({ value: one, label: t(`subsidy.programme.states.${one}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
      }
      search={{
        label: t('subsidy.search'),
        value: filters.q ?? '',
        onFind: (text) => show(withFilter(filters, 'q', text)),
      }}
      list={useList('subsidyProgramme', '/subsidy-programmes', filters)}
      empty={{
        text: t(isFiltered ? 'common.nothingFound' : 'subsidy.programme.empty'),
        action: isFiltered && <Button onClick={() => show({})}>{t('subsidy.showAll')}</Button>,
      }}
      {...(holdsOffice ? { exported: { name: t('subsidy.programme.title'), columns } } : {})}
    >
      {(items) => items.map((one) => <ProgrammeCard key={one.id} programme={one} />)}
    </ListPage>
  );
}

function filtersOf(search: URLSearchParams): ProgrammeFilters {
  const state = programmeStates.find((one) => one === search.get('state'));
  return withoutBlanks<ProgrammeFilters>({ state, q: search.get('q') ?? undefined });
}

function ProgrammeCard({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const { id, title, unionName, state, closesAt, budget, awarded } = programme;
  return (
    <article className="card">
      <div className="line-head subsidy-head">
        <h2>
          <Link to={`/subsidy-programmes/${id}`}>{title}</Link>
        </h2>
        <span className={`tag is-${state}`}>{t(`subsidy.programme.states.${state}`)}</span>
      </div>
      <p>{unionName}</p>
      <Bar
        label={t('subsidy.programme.bar')}
        whole={budget.amount}
        parts={[{ key: 'drawn', name: t('subsidy.programme.awarded'), amount: awarded.amount }]}
        rest={t('subsidy.programme.left')}
      />
      <p>{t('subsidy.programme.budgetIs', { amount: money(budget) })}</p>
      <p className="hint">
        {closesAt
          ? t('subsidy.programme.until', { time: instant(closesAt) })
          : t('subsidy.programme.standing')}
      </p>
      {(state === 'notice' || state === 'closed') && (
        <p>
          <Link to={`/subsidy-programmes/${id}/notice`}>{t('subsidy.notice.read')}</Link>
        </p>
      )}
    </article>
  );
}

function useExportColumns(): ExportColumn<Programme>[] {
  const { t } = useTranslation();
  return [
    { title: t('subsidy.field.title'), text: ({ title }) => title },
    { title: t('subsidy.giver'), text: ({ unionName }) => unionName },
    { title: t('subsidy.state'), text: (one) => t(`subsidy.programme.states.${one.state}`) },
    { title: t('subsidy.field.budget'), kind: 'money', text: ({ budget }) => yuanOf(budget.amount) },
    {
      title: t('subsidy.programme.awarded'),
      kind: 'money',
      text: ({ awarded }) => yuanOf(awarded.amount),
    },
    { title: t('subsidy.field.closesAt'), kind: 'instant', text: ({ closesAt }) => closesAt ?? '' },
  ];
}
