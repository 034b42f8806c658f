import './score.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { Choice } from '../../shell/choice.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { useOffices } from '../session/use-offices.js';
import { useActivityTitles } from '../survey/use-closed-activities.js';
import { type Score, useScores } from './use-scores.js';

export function ScoreListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const activityId = search.get('activity') ?? undefined;
  const titles = useActivityTitles();
  const list = useScores(activityId === undefined ? {} : { activityId });
  const columns = useColumns();
  const create = holds('evaluator') ? <Link to="/scores/new">{t('score.new')}</Link> : undefined;
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.scores')}>{create}</PageHead>
      <div className="score-filter">
        <Choice
          value={activityId ?? ''}
          label={t('survey.activity')}
          options={[
            { value: '', label: t('score.allActivities') },
            ...[...titles].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { activity: chosen })}
        />
      </div>
      <PagedList list={list} empty={{ text: t('score.empty'), action: create }}>
        {(scores) => (
          <DataTable caption={t('app.page.scores')} columns={columns} rows={scores} rowKey={({ id }) => id} />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): readonly Column<Score>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'activity',
      title: t('survey.activity'),
      cell: ({ id, activityTitle }) => (
        <Link to={`/scores/${id}`}>{activityTitle ?? t('score.unnamedActivity')}</Link>
      ),
    },
    {
      key: 'system',
      title: t('survey.system'),
      cell: ({ indicatorSystemName: name, indicatorSystemVersion: version }) =>
        t('indicatorSystem.nameAndVersion', { name, version }),
    },
    {
      key: 'score',
      title: t('score.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? t('score.nothingMeasured') : score.toFixed(1)),
    },
    {
      key: 'coverage',
      title: t('score.coverage'),
      isNumber: true,
      cell: ({ coverage }) => format.share(coverage),
    },
    { key: 'at', title: t('score.computedAt'), cell: ({ createdAt }) => format.instant(createdAt) },
  ];
}
