import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/ledger.css';
import '../../../kit/styles/section-head.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../../../kit/button-link.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import { figureNames, useFigureText } from './figures.js';
import { OwnUnion } from './own-union.js';
import { PeersSection } from './peers-section.js';
import { ReportHeatMap } from './report-heat-map.js';
import { ReportRows } from './report-rows.js';
import { ScopeForm } from './scope-form.js';
import { TrendSection } from './trend-section.js';
import { type ReportFigures, type ReportScope, useReport } from './use-reports.js';

/** What was done in a union and below it, for how many, at what cost, and what came of it. */
export function ReportPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const period = periodOf(search, new Date());
  return (
    <>
      <PageHead title={t('app.page.reports')}>
        <ButtonLink to="/reports/reach" isPlain>
          {t('app.page.reach')}
        </ButtonLink>
      </PageHead>
      <p className="hint">{t('report.intro')}</p>
      <OwnUnion asked={search.get('union')}>
        {(union) => (
          <>
            <ScopeForm
              key={`${union} ${period.from} ${period.to}`}
              scope={{ union, ...period }}
              onAsk={(scope) => setSearch({ ...scope })}
            />
            <OneReport scope={{ union, ...period }} />
          </>
        )}
      </OwnUnion>
    </>
  );
}

function OneReport({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const { data, error, isPending, isPlaceholderData, refetch } = useReport(scope, 'month');
  if (isPending) return <LoadingState rows={8} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const fileOf = (format: 'xlsx' | 'pdf') => ({
    label: t(`report.file.${format}`),
    path: `/api/v1/reports/file?${new URLSearchParams({ ...scope, format }).toString()}`,
    name: `${data.union.name} ${scope.from}.${format}`,
  });
  return (
    <div aria-busy={isPlaceholderData}>
      <Totals total={data.total} name={data.union.name}>
        <MenuFold label={t('common.export')}>
          <FileButtons refused={t('report.file.refused')} files={[fileOf('xlsx'), fileOf('pdf')]} />
        </MenuFold>
      </Totals>
      {data.total.activities > 0 && (
        <>
          <TrendSection scope={scope} />
          <ReportHeatMap scope={scope} />
          <ReportRows scope={scope} />
        </>
      )}
      <PeersSection scope={scope} />
    </div>
  );
}

interface TotalsProps {
  readonly total: ReportFigures;
  readonly name: string;
  /** What can be done with the report. */
  readonly children: ReactNode;
}

function Totals({ total, name, children }: TotalsProps) {
  const { t } = useTranslation();
  const textOf = useFigureText();
  return (
    <section className="card" aria-labelledby="report-total">
      <div className="section-head">
        <h2 id="report-total">{t('report.totalOf', { name })}</h2>
        {children}
      </div>
      {total.activities === 0 && <p className="hint">{t('report.nothing')}</p>}
      <dl className="figures">
        {figureNames.map((figure) => (
          <div key={figure}>
            <dt>{t(`report.figure.${figure}`)}</dt>
            <dd className="big-figure">{textOf(figure, total[figure])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
