import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { NewTuningReport } from './new-tuning-report.js';
import type { TuningSummary } from './use-tuning.js';

/** What seasons said of the indicators, and a form for the next. */
export function TuningListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  return (
    <ListPage
      title={t('app.page.tuning')}
      intro={
        <>
          <p className="hint">{t('tuning.intro')}</p>
          {holds('evaluator') && <NewTuningReport />}
          <Running />
        </>
      }
      list={useList('tuningReport', '/tuning-reports', {})}
      empty={{ text: t('tuning.empty') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

/** Reports that are being made, for those who left their pages. */
function Running() {
  const { t } = useTranslation();
  const { data } = useRead('tuningJob', '/tuning-jobs', { state: 'running', limit: 20 });
  return data?.items.map(({ id, indicatorSystemName: name, indicatorSystemVersion: version }) => (
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
