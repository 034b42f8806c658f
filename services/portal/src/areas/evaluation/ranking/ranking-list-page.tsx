import '../../../kit/styles/ranking.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { filtersOf, type RankingFilters, rankingStates, subjectKinds } from './ranking-filters.js';
import { type Ranking, rankingPages, useRankings } from './use-rankings.js';

export function RankingListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const list = useRankings(filters);
  const columns = useColumns();
  const create = holds('evaluator') ? <Link to="/rankings/new">{t('ranking.new')}</Link> : undefined;
  const isFiltered = Object.keys(filters).length > 0;
  const empty = isFiltered
    ? { text: t('common.nothingFound') }
    : { text: t('ranking.empty'), ...(create && { action: create }) };
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.rankings')}>{create}</PageHead>
      <p className="hint">{t('rankingLife.noPersons')}</p>
      <Filters filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
      <PagedList list={list} empty={empty}>
        {(rankings) => (
          <DataTable
            caption={t('app.page.rankings')}
            columns={columns}
            rows={rankings}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      <Export filters={filters} />
    </>
  );
}

interface FiltersProps {
  readonly filters: RankingFilters;
  readonly onChange: (filters: RankingFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="ranking-filters">
      <Choice
        label={t('rankingLife.subjectKind')}
        value={filters.subjectKind}
        options={[
          { value: '' as const, label: t('rankingLife.allKinds') },
          ...subjectKinds.map((value) => ({ value, label: t(`rankingLife.kinds.${value}`) })),
        ]}
        onChange={(kind) => onChange(withFilter(filters, 'subjectKind', kind))}
      />
      <Choice
        label={t('rankingLife.state')}
        value={filters.state}
        options={[
          { value: '' as const, label: t('rankingLife.allStates') },
          ...rankingStates.map((value) => ({ value, label: t(`rankingLife.states.${value}`) })),
        ]}
        onChange={(state) => onChange(withFilter(filters, 'state', state))}
      />
      <FindField
        key={filters.q}
        label={t('ranking.find')}
        value={filters.q ?? ''}
        onFind={(q) => onChange(withFilter(filters, 'q', q))}
      />
    </div>
  );
}

function Export({ filters }: Pick<FiltersProps, 'filters'>) {
  const { t } = useTranslation();
  const columns = [
    { title: t('rankingLife.title'), text: ({ title }: Ranking) => title },
    {
      title: t('rankingLife.subjectKind'),
      text: (one: Ranking) => t(`rankingLife.kinds.${one.subjectKind}`),
    },
    { title: t('rankingLife.state'), text: ({ state }: Ranking) => t(`rankingLife.states.${state}`) },
    { title: t('rankingLife.ranked'), text: ({ ranked }: Ranking) => String(ranked) },
    { title: t('ranking.createdAt'), text: ({ createdAt }: Ranking) => createdAt },
  ];
  return (
    <div className="actions">
      <ExportButton fileName={t('app.page.rankings')} columns={columns} fetchPage={rankingPages(filters)} />
    </div>
  );
}

function useColumns(): readonly Column<Ranking>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('rankingLife.title'),
      cell: ({ id, title, revision }) => (
        <Link to={`/rankings/${id}`}>
          {revision > 1 ? t('rankingLife.titleAndRevision', { title, revision }) : title}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('rankingLife.subjectKind'),
      cell: ({ subjectKind }) => t(`rankingLife.kinds.${subjectKind}`),
    },
    {
      key: 'state',
      title: t('rankingLife.state'),
      cell: ({ state }) => <span className="tag">{t(`rankingLife.states.${state}`)}</span>,
    },
    {
      key: 'first',
      title: t('ranking.first'),
      cell: ({ entries }) =>
        entries
          .filter(({ rank }) => rank === 1)
          .map(({ subjectName }) => subjectName)
          .join(t('common.separator')),
    },
    { key: 'at', title: t('ranking.createdAt'), cell: ({ createdAt }) => format.instant(createdAt) },
  ];
}
