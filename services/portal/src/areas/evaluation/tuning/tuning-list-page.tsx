import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { NewTuningReport } from './new-tuning-report.js';
import { type TuningSummary, useRunningTuning, useTuningReports } from './use-tuning.js';

/** What seasons said of the indicators, and a form for the next. */
export function TuningListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useTuningReports();
  const columns = useColumns();
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.tuning')} />
      <p className="hint">{t('tuning.intro')}</p>
      {holds('evaluator') && <NewTuningReport />}
      <Running />
      <PagedList list={list} empty={{ text: t('tuning.empty') }}>
        {(reports) => (
          <DataTable
            caption={t('app.page.tuning')}
            columns={columns}
            rows={reports}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}

/** What is being made, for whoever left its page. */
function Running() {
  const { t } = useTranslation();
  const { data: jobs = [] } = useRunningTuning();
  return jobs.map(({ id, indicatorSystemName: name, indicatorSystemVersion: version }) => (
    <p key={id}>
      <Link to={`/tuning-jobs/${id}`} className="cell-link">
        {t('tuning.runningOf', { name, version })}
      </Link>
    </p>
  ));
}

function useColumns(): readonly Column<TuningSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'system',
      title: t('survey.system'),
      cell: ({ id, indicatorSystemName: name, indicatorSystemVersion: version }) => (
        <Link to={`/tuning-reports/${id}`} className="cell-link">
          {t('indicatorSystem.nameAndVersion', { name, version })}
        </Link>
      ),
    },
    {
      key: 'season',
      title: t('tuning.season'),
      cell: ({ from, to }) => t('tuning.seasonOf', { from: format.date(from), to: format.date(to) }),
    },
    {
      key: 'answers',
      title: t('tuning.answers'),
      isNumber: true,
      cell: ({ answers }) => format.number(answers),
    },
    {
      key: 'subjects',
      title: t('tuning.subjects'),
      isNumber: true,
      cell: ({ subjects }) => format.number(subjects),
    },
    { key: 'at', title: t('ranking.createdAt'), cell: ({ createdAt }) => format.instant(createdAt) },
  ];
}
