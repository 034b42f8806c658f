import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { OwnUnion } from './own-union.js';
import { reachScopeOf } from './reach-scope.js';
import { ReachCells, ReachedUnions } from './reach-cells.js';
import { ReachForm } from './reach-form.js';
import { Unreached } from './unreached.js';
import { ReachTrend } from './reach-trend.js';
import type { Reach, ReachScope } from './use-reports.js';

/** Members that were served at least once, and those that were not: numbers and unions, never a person. */
export function ReachPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const period = reachScopeOf(search, new Date());
  const show = ({ union, year, quarter }: ReachScope): void =>
    setSearch({ union, year: String(year), ...(quarter === undefined ? {} : { quarter: String(quarter) }) });
  return (
    <>
      <PageHead title={t('app.page.reach')} back="/reports" />
      <p className="hint">{t('report.reach.intro')}</p>
      <OwnUnion asked={search.get('union')}>
        {(union) => (
          <>
            <ReachForm
              key={`${union} ${period.year} ${period.quarter ?? ''}`}
              scope={{ union, ...period }}
              onAsk={show}
            />
            <OneReach scope={{ union, ...period }} />
          </>
        )}
      </OwnUnion>
    </>
  );
}

function OneReach({ scope }: { readonly scope: ReachScope }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead('report', '/reports/reach', { ...scope });
  if (isPending) return <LoadingState rows={8} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.total.members === 0) return <EmptyState text={t('report.reach.noMembers')} />;
  if (data.state !== 'frozen')
    return (
      <>
        <NotFrozen reach={data} />
        <ReachTrend union={scope.union} />
        <Unreached reach={data} />
      </>
    );
  return (
    <>
      <Total reach={data} />
      <ReachTrend union={scope.union} />
      {/* Where nobody came, there is nobody to be told apart. */}
      {data.total.served !== 0 && (
        <>
          <ReachCells title={t('report.reach.bySizeClass')} kind="sizeClass" cells={data.bySizeClass} />
          {data.byDecade.length > 0 && (
            <ReachCells title={t('report.reach.byDecade')} kind="decade" cells={data.byDecade} />
          )}
        </>
      )}
      <Unreached reach={data} />
      <ReachedUnions reach={data} />
    </>
  );
}

/** Of a running period only the unions without participants are known. */
function NotFrozen({ reach }: { readonly reach: Reach }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.date(reach.frozenFrom);
  const title = reach.state === 'missing' ? t('report.reach.missing') : t('report.reach.awaited', { day });
  return (
    <section className="card" aria-labelledby="reach-total">
      <h2 id="reach-total">{title}</h2>
      {reach.state === 'awaited' && <p>{t('report.reach.awaitedHint')}</p>}
    </section>
  );
}

function Total({ reach }: { readonly reach: Reach }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { members, served } = reach.total;
  const isKnown = members !== null && served !== null;
  return (
    <section className="card" aria-labelledby="reach-total">
      <h2 id="reach-total">
        {t('report.reach.totalOf', {
          name: reach.union.name,
          from: format.date(reach.from),
          to: format.date(reach.to),
        })}
      </h2>
      <dl className="figures">
        <div>
          <dt>{t('report.reach.members')}</dt>
          <dd className="big-figure">{members === null ? t('report.reach.held') : format.number(members)}</dd>
        </div>
        <div>
          <dt>{t('report.reach.served')}</dt>
          <dd className="big-figure">{served === null ? t('report.reach.held') : format.number(served)}</dd>
        </div>
        <div>
          <dt>{t('report.reach.share')}</dt>
          <dd className="big-figure">
            {isKnown && members > 0 ? format.share(served / members) : t('report.reach.held')}
          </dd>
        </div>
        <div>
          <dt>{t('report.reach.unreachedCount')}</dt>
          <dd className="big-figure">{format.number(reach.unreachedCount)}</dd>
        </div>
      </dl>
      {reach.frozenAt !== null && <p>{t('report.reach.asOf', { time: format.instant(reach.frozenAt) })}</p>}
      <p className="hint">{t('report.reach.heldHint')}</p>
    </section>
  );
}
