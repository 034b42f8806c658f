import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { useOffices } from '../session/use-offices.js';
import { type Ranking, useRankings } from './use-rankings.js';

export function RankingListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useRankings();
  const columns = useColumns();
  const create = holds('evaluator') ? <Link to="/rankings/new">{t('ranking.new')}</Link> : undefined;
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.rankings')}>{create}</PageHead>
      <p className="hint">{t('ranking.noPersons')}</p>
      <PagedList list={list} empty={{ text: t('ranking.empty'), action: create }}>
        {(rankings) => (
          <DataTable
            caption={t('app.page.rankings')}
            columns={columns}
            rows={rankings}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): readonly Column<Ranking>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'system',
      title: t('survey.system'),
      cell: ({ id, indicatorSystemName: name, indicatorSystemVersion: version }) => (
        <Link to={`/rankings/${id}`}>{t('indicatorSystem.nameAndVersion', { name, version })}</Link>
      ),
    },
    {
      key: 'method',
      title: t('ranking.methodLabel'),
      cell: ({ method }) => t(`ranking.method.${method}`),
    },
    {
      key: 'first',
      title: t('ranking.first'),
      cell: ({ entries }) =>
        entries
          .filter(({ rank }) => rank === 1)
          .map(({ activityTitle }) => activityTitle)
          .join(t('common.separator')),
    },
    { key: 'at', title: t('ranking.createdAt'), cell: ({ createdAt }) => format.instant(createdAt) },
  ];
}
