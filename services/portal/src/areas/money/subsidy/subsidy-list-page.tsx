import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { SubsidyBar } from './subsidy-bar.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import {
  fetchSubsidies,
  type SubsidyFilters,
  type SubsidyState,
  subsidyStates,
  type SubsidySummary,
  useSubsidies,
} from './use-subsidies.js';

/** What one's unions have given and got, each with what has gone of it. */
export function SubsidyListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const list = useSubsidies(filters);
  const show = (chosen: SubsidyFilters): void => setSearch(searchOf(chosen));
  return (
    <>
      <SubsidyTabs />
      <PageHead title={t('subsidy.tabs.subsidies')}>
        <SubsidyExport filters={filters} />
      </PageHead>
      <p className="hint">{t('subsidyGiven.hint')}</p>
      <div className="money-filters">
        <Choice<SubsidyState>
          label={t('subsidy.state')}
          value={filters.state}
          options={[
            { value: '', label: t('subsidy.allStates') },
            ...subsidyStates.map((one) => ({ value: one, label: t(`subsidyGiven.states.${one}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
        <FindField
          key={filters.q}
          label={t('subsidyGiven.find')}
          value={filters.q ?? ''}
          onFind={(text) => show(withFilter(filters, 'q', text))}
        />
      </div>
      <PagedList
        list={list}
        empty={{
          text: t('subsidyGiven.empty'),
          action: Object.keys(filters).length > 0 && (
            <Button onClick={() => show({})}>{t('subsidy.showAll')}</Button>
          ),
        }}
      >
        {(items) => items.map((one) => <SubsidyCard key={one.id} subsidy={one} />)}
      </PagedList>
    </>
  );
}

function filtersOf(search: URLSearchParams): SubsidyFilters {
  const state = subsidyStates.find((one) => one === search.get('state'));
  return withoutBlanks<SubsidyFilters>({ state, q: search.get('q') ?? undefined });
}

function SubsidyCard({ subsidy }: { readonly subsidy: SubsidySummary }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { id, title, state, overdue, giverUnionName, receiverUnionName, reportDueAt } = subsidy;
  return (
    <article className="card">
      <div className="line-head subsidy-head">
        <h2>
          <Link to={`/subsidies/${id}`}>{title}</Link>
        </h2>
        <span className={`tag is-${state}`}>{t(`subsidyGiven.states.${state}`)}</span>
      </div>
      <p>{t('subsidyGiven.fromTo', { giver: giverUnionName, receiver: receiverUnionName })}</p>
      <SubsidyBar subsidy={subsidy} />
      {state === 'active' && (
        <p className={overdue ? 'is-owing' : 'hint'}>
          {t(overdue ? 'subsidyGiven.overdue' : 'subsidyGiven.reportBy', { time: instant(reportDueAt) })}
        </p>
      )}
    </article>
  );
}

function SubsidyExport({ filters }: { readonly filters: SubsidyFilters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<SubsidySummary>
      fileName={t('subsidy.tabs.subsidies')}
      fetchPage={fetchSubsidies(filters)}
      columns={[
        { title: t('subsidy.field.title'), text: ({ title }) => title },
        { title: t('subsidy.tabs.programmes'), text: ({ programmeTitle }) => programmeTitle },
        { title: t('subsidy.giver'), text: ({ giverUnionName }) => giverUnionName },
        { title: t('subsidy.receiver'), text: ({ receiverUnionName }) => receiverUnionName },
        { title: t('subsidy.state'), text: (one) => t(`subsidyGiven.states.${one.state}`) },
        { title: t('subsidy.field.award'), kind: 'money', text: ({ granted }) => yuanOf(granted.amount) },
        { title: t('subsidyGiven.drawn'), kind: 'money', text: ({ drawn }) => yuanOf(drawn.amount) },
        {
          title: t('subsidyGiven.returned'),
          kind: 'money',
          text: ({ returned }) => yuanOf(returned.amount),
        },
        { title: t('subsidyGiven.left'), kind: 'money', text: ({ left }) => yuanOf(left.amount) },
      ]}
    />
  );
}
