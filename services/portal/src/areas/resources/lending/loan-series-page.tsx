import '../../../kit/styles/organising.css';
import '../../../kit/styles/resource.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer, Operation } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type Reason, ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { hasNotes, LoanSeriesNotes } from './loan-series-days.js';
import type { LoanSeries } from './lending.model.js';

export function LoanSeriesPage() {
  const { seriesId = '' } = useParams();
  const series = useRead('loanSeries', '/loan-series/{seriesId}', { seriesId });
  return <Loaded query={series}>{(data) => <OneSeries key={data.id} series={data} />}</Loaded>;
}

/** A series of loans: each of them, the days that have none, and what can be cancelled together. */
function OneSeries({ series }: { readonly series: LoanSeries }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const cancel = useCommand('loanSeries', 'post', '/loan-series/{seriesId}/cancel');
  const seen = { seriesId: series.id, version: series.version };
  const isBorrower = useReaches(series.borrowerUnionId);
  const reason = useReason();
  const cancelFrom = (fromLoanId: string | null): void => {
    if (isBorrower) cancel.mutate({ ...seen, body: { fromLoanId, reason: reason.text.trim() || null } });
    else reason.take((text) => cancel.mutate({ ...seen, body: { fromLoanId, reason: text } }));
  };
  return (
    <>
      <PageHead
        title={t('lending.series.pageTitle', { title: series.resourceTitle })}
        back={`/resources/${series.resourceId}`}
      />
      <p>{series.borrowerUnionName}</p>
      <p>{series.purpose}</p>
      {series.quantity > 1 && <p>{t('lending.quantity', { count: series.quantity })}</p>}
      <p>
        <strong>{ruleWords(series.rule, { t, locale })}</strong>
      </p>
      {cancel.isSuccess && <Outcome outcome={cancel.data} />}
      {cancel.isError && <Refusal title={t('lending.series.refusedCancel')} error={cancel.error} />}
      <SeriesLoans series={series} isPending={cancel.isPending} reason={reason} onCancel={cancelFrom} />
      {hasNotes(series) && (
        <section className="card" aria-label={t('lending.series.skippedTitle')}>
          <LoanSeriesNotes notes={series} />
        </section>
      )}
    </>
  );
}

interface SeriesLoansProps {
  readonly series: LoanSeries;
  readonly isPending: boolean;
  readonly reason: Reason;
  /** From a loan on, or all. */
  readonly onCancel: (fromLoanId: string | null) => void;
}

function SeriesLoans({ series, isPending, reason, onCancel }: SeriesLoansProps) {
  const { t } = useTranslation();
  const isOpen = series.created.some(({ state }) => isAhead(state));
  return (
    <section className="card" aria-labelledby="loans-title">
      <h2 id="loans-title">{t('lending.series.loans')}</h2>
      {isOpen && (
        <ReasonField
          reason={reason}
          label={t('lending.series.reasonLabel')}
          required={t('lending.series.reasonRequired')}
        />
      )}
      <ol className="plain-list lines">
        {series.created.map((one) => (
          <SeriesLoan
            key={one.loanId}
            one={one}
            isPending={isPending}
            onCancel={() => onCancel(one.loanId)}
          />
        ))}
      </ol>
      {isOpen && (
        <ConfirmButton
          danger
          loading={isPending}
          question={t('lending.series.cancelAllQuestion')}
          confirmText={t('lending.series.cancelAll')}
          onConfirm={() => onCancel(null)}
        >
          {t('lending.series.cancelAll')}
        </ConfirmButton>
      )}
    </section>
  );
}

interface SeriesLoanProps {
  readonly one: LoanSeries['created'][number];
  readonly isPending: boolean;
  readonly onCancel: () => void;
}

function SeriesLoan({ one, isPending, onCancel }: SeriesLoanProps) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const { number } = one;
  return (
    <li>
      <div className="line-head">
        <Link to={`/loans/${one.loanId}`} className="text-link">
          {t('lending.series.number', { number })}
        </Link>
        <span className="tag">{t(`loan.state.${one.state}`)}</span>
      </div>
      <p>{period(one.startsAt, one.endsAt)}</p>
      {isAhead(one.state) && (
        <ConfirmButton
          loading={isPending}
          question={t('lending.series.cancelFromQuestion', { number })}
          confirmText={t('lending.series.cancelFrom')}
          onConfirm={onCancel}
        >
          {t('lending.series.cancelFrom')}
        </ConfirmButton>
      )}
    </li>
  );
}

type Cancelled = Answer<Operation<'post', '/loan-series/{seriesId}/cancel'>>;

function Outcome({ outcome }: { readonly outcome: Cancelled }) {
  const { t } = useTranslation();
  const kept = outcome.refused.map(({ number, code }) => {
    const isOut = code === 'ILLEGAL_TRANSITION';
    const reason = t(`lending.series.keptReason.${isOut ? 'ILLEGAL_TRANSITION' : 'other'}`);
    return t('lending.series.kept', { number, reason });
  });
  return (
    <Alert
      type={kept.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      className="notice"
      title={[t('lending.series.cancelled', { count: outcome.cancelled.length }), ...kept].join(' ')}
    />
  );
}

function isAhead(state: LoanSeries['created'][number]['state']): boolean {
  return state === 'requested' || state === 'approved';
}
