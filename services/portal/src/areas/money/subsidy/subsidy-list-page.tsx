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
import { SubsidyBar } from './subsidy-bar.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import {
  type SubsidyFilters,
  type SubsidyState,
  subsidyStates,
  type SubsidySummary,
} from './subsidy.model.js';

/** The subsidies that one's unions gave and received, each with what was used of it. */
export function SubsidyListPage() {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  const columns = useExportColumns();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const show = (chosen: SubsidyFilters): void => setSearch(searchOf(chosen));
  return (
    <ListPage
      title={t('subsidy.tabs.subsidies')}
      tabs={<SubsidyTabs />}
      intro={<p className="hint">{t('subsidyGiven.hint')}</p>}
      filters={
        <Choice<SubsidyState>
          label={t('subsidy.state')}
          value={filters.state}
          options={[
            { value: '', label: t('subsidy.allStates') },
            ...subsidyStates.map((one) => ({ value: one, label: t(`subsidyGiven.states.${one}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
      }
      search={{
        label: t('subsidyGiven.find'),
        value: filters.q ?? '',
        onFind: (text) => show(withFilter(filters, 'q', text)),
      }}
      list={useList('subsidy', '/subsidies', filters)}
      empty={{
        text: t('subsidyGiven.empty'),
        action: Object.keys(filters).length > 0 && (
          <Button onClick={() => show({})}>{t('subsidy.showAll')}</Button>
        ),
      }}
      {...(holdsOffice ? { exported: { name: t('subsidy.tabs.subsidies'), columns } } : {})}
    >
      {(items) => items.map((one) => <SubsidyCard key={one.id} subsidy={one} />)}
    </ListPage>
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

function useExportColumns(): ExportColumn<SubsidySummary>[] {
  const { t } = useTranslation();
  return [
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
  ];
}
