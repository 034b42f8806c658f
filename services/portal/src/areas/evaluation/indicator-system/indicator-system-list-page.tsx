import '../../../kit/styles/indicator-system.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { useOffices } from '../../../session/use-offices.js';
import { SystemStateTag } from './system-state-tag.js';
import {
  fetchSystems,
  type IndicatorSystem,
  type SystemFilter,
  type SystemState,
  useIndicatorSystems,
} from './use-indicator-systems.js';

export function IndicatorSystemListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = indicatorStates.find((one) => one === search.get('state'));
  const typed = search.get('q') ?? '';
  const filter = withoutBlanks<SystemFilter>({ state, q: useDebounced(typed).trim() });
  const put = (changed: { readonly state?: string | undefined; readonly q?: string }): void =>
    setSearch(searchOf({ state: search.get('state') ?? '', q: typed, ...changed }), { replace: true });
  const create = holds('evaluator') ? (
    <Link to="/indicator-systems/new">{t('indicatorSystem.new')}</Link>
  ) : undefined;
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.indicatorSystems')}>
        <SystemExport filter={filter} />
        {create}
      </PageHead>
      <div className="system-filters">
        <label className="labelled">
          <span>{t('indicatorDesign.search')}</span>
          <Input value={typed} maxLength={100} onChange={({ target }) => put({ q: target.value })} />
        </label>
        <label className="labelled">
          <span>{t('indicatorSystem.stateLabel')}</span>
          <Choice
            {...(state && { value: state })}
            options={[
              { value: '', label: t('indicatorDesign.allStates') },
              ...indicatorStates.map((value) => ({ value, label: t(`indicatorSystem.state.${value}`) })),
            ]}
            onChange={(chosen) => put({ state: chosen ?? '' })}
          />
        </label>
      </div>
      <SystemList filter={filter} action={create} />
    </>
  );
}

const indicatorStates: readonly SystemState[] = ['draft', 'reviewed', 'published', 'retired'];

interface SystemListProps {
  readonly filter: SystemFilter;
  readonly action: ReactNode;
}

function SystemList({ filter, action }: SystemListProps) {
  const { t } = useTranslation();
  const list = useIndicatorSystems(filter);
  const columns = useColumns();
  return (
    <PagedList list={list} empty={{ text: t('indicatorSystem.empty'), action }}>
      {(systems) => (
        <DataTable
          caption={t('app.page.indicatorSystems')}
          columns={columns}
          rows={systems}
          rowKey={({ id }) => id}
        />
      )}
    </PagedList>
  );
}

function SystemExport({ filter }: { readonly filter: SystemFilter }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <ExportButton<IndicatorSystem>
      fileName={t('app.page.indicatorSystems')}
      fetchPage={fetchSystems(filter)}
      columns={[
        { title: t('indicatorSystem.name'), text: ({ name }) => name },
        { title: t('indicatorSystem.version'), text: ({ versionNumber }) => String(versionNumber) },
        { title: t('indicatorSystem.stateLabel'), text: ({ state }) => t(`indicatorSystem.state.${state}`) },
        {
          title: t('indicatorSystem.indicators'),
          text: ({ nodes }) => String(nodes.filter(({ leaf }) => leaf !== null).length),
        },
        {
          title: t('indicatorSystem.publishedAt'),
          text: ({ publishedAt }) => (publishedAt === null ? '' : instant(publishedAt)),
        },
      ]}
    />
  );
}

function useColumns(): readonly Column<IndicatorSystem>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('indicatorSystem.name'),
      cell: ({ id, name }) => <Link to={`/indicator-systems/${id}`}>{name}</Link>,
    },
    {
      key: 'version',
      title: t('indicatorSystem.version'),
      cell: ({ versionNumber }) => t('indicatorSystem.versionOf', { version: versionNumber }),
    },
    {
      key: 'state',
      title: t('indicatorSystem.stateLabel'),
      cell: ({ state }) => <SystemStateTag state={state} />,
    },
    {
      key: 'indicators',
      title: t('indicatorSystem.indicators'),
      isNumber: true,
      cell: ({ nodes }) => format.number(nodes.filter(({ leaf }) => leaf !== null).length),
    },
    {
      key: 'published',
      title: t('indicatorSystem.publishedAt'),
      cell: ({ publishedAt }) => (publishedAt === null ? t('common.none') : format.instant(publishedAt)),
    },
  ];
}
