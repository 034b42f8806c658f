import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { filtersOf, type Ranking, type RankingFilters, rankingStates } from './ranking.model.js';
import { subjectKinds } from '../score/score.model.js';

export function RankingListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: RankingFilters): void => setSearch(searchOf(changed));
  const create = holds('evaluator') ? (
    <ButtonLink to="/rankings/new">{t('ranking.new')}</ButtonLink>
  ) : undefined;
  const isFiltered = Object.keys(filters).length > 0;
  const empty = isFiltered
    ? { text: t('common.nothingFound') }
    : { text: t('ranking.empty'), ...(create && { action: create }) };
  return (
    <ListPage
      title={t('app.page.rankings')}
      actions={create}
      intro={<p className="hint">{t('rankingLife.noPersons')}</p>}
      filters={<Filters filters={filters} onChange={change} />}
      search={{
        label: t('ranking.find'),
        value: filters.q ?? '',
        onFind: (q) => change(withFilter(filters, 'q', q)),
      }}
      list={useList('ranking', '/rankings', filters)}
      empty={empty}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('app.page.rankings'), columns: useExportColumns() }}
    />
  );
}

interface FiltersProps {
  readonly filters: RankingFilters;
  readonly onChange: (filters: RankingFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

function useExportColumns(): readonly ExportColumn<Ranking>[] {
  const { t } = useTranslation();
  return [
    { title: t('rankingLife.title'), text: ({ title }) => title },
    { title: t('rankingLife.subjectKind'), text: (one) => t(`rankingLife.kinds.${one.subjectKind}`) },
    { title: t('rankingLife.state'), text: ({ state }) => t(`rankingLife.states.${state}`) },
    { title: t('rankingLife.ranked'), text: ({ ranked }) => String(ranked) },
    { title: t('ranking.createdAt'), text: ({ createdAt }) => createdAt },
  ];
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
      cell: ({ state, scoresRevised }) => (
        <div>
          <span className="tag">{t(`rankingLife.states.${state}`)}</span>{' '}
          {scoresRevised && <span className="tag is-closing">{t('rankingLife.scoresRevisedTag')}</span>}
        </div>
      ),
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
