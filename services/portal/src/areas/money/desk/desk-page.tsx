import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { type DeskKind, deskKinds, type DeskLine, kindOf, waitOf } from './desk.model.js';
import { linesMax, useDesk } from './use-desk.js';

/** Everything about money that waits for the reader, with links to where it is done. */
export function DeskPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { lines, isLoading, failures } = useDesk();
  const kind = kindOf(search.get('kind'));
  // There is nothing to choose among what waits if it is all of one kind.
  const waiting = deskKinds.filter((one) => one === kind || lines.some((line) => line.kind === one));
  const shown = kind === undefined ? lines : lines.filter((line) => line.kind === kind);
  return (
    <>
      <PageHead title={t('app.page.desk')}>
        <DeskExport lines={shown} />
      </PageHead>
      <p className="hint">
        {t('desk.hint')} {t('desk.more', { max: linesMax })}
      </p>
      {(kind !== undefined || waiting.length > 1) && (
        <div className="money-filters">
          <Choice<DeskKind>
            label={t('desk.filter')}
            {...(kind === undefined ? {} : { value: kind })}
            options={[
              { value: '', label: t('desk.all') },
              ...waiting.map((one) => ({ value: one, label: t(`desk.kinds.${one}`) })),
            ]}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { kind: chosen })}
          />
        </div>
      )}
      {failures.map(({ kind: failed, error, retry }) => (
        <section key={failed} aria-label={t('desk.failed', { kind: t(`desk.kinds.${failed}`) })}>
          <ErrorState error={error} onRetry={retry} />
        </section>
      ))}
      <Lines lines={shown} isLoading={isLoading} hasFailed={failures.length > 0} />
    </>
  );
}

interface LinesProps {
  readonly lines: readonly DeskLine[];
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
}

function Lines({ lines, isLoading, hasFailed }: LinesProps) {
  const { t } = useTranslation();
  const columns = useDeskColumns();
  if (isLoading) return <LoadingState rows={6} />;
  if (lines.length === 0) return hasFailed ? null : <EmptyState text={t('desk.nothing')} />;
  return (
    <>
      <p role="status">{t('desk.count', { count: lines.length })}</p>
      <DataTable
        caption={t('app.page.desk')}
        columns={columns}
        rows={lines}
        rowKey={({ kind, id }) => `${kind}.${id}`}
      />
    </>
  );
}

function useDeskColumns(): Column<DeskLine>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const nameOf = useNameOf();
  return [
    { key: 'kind', title: t('desk.kind'), cell: ({ kind }) => t(`desk.kinds.${kind}`) },
    {
      key: 'what',
      title: t('desk.what'),
      cell: (line) => (
        <Link to={line.to} className="cell-link">
          {nameOf(line)}
        </Link>
      ),
    },
    { key: 'party', title: t('money.party'), cell: ({ party }) => party },
    {
      key: 'money',
      title: t('desk.amount'),
      isNumber: true,
      cell: (line) => (line.money === null ? '' : money(line.money)),
    },
    { key: 'waits', title: t('desk.waits'), cell: ({ since }) => <Wait since={since} /> },
    { key: 'until', title: t('desk.until'), cell: ({ until }) => <Until until={until} /> },
  ];
}

/** A run has no name of its own: it is known by its period. */
function useNameOf(): (line: DeskLine) => string {
  const { t } = useTranslation();
  const { date } = useFormat();
  return ({ title }) =>
    typeof title === 'string' ? title : t('desk.period', { from: date(title.from), to: date(title.to) });
}

function Wait({ since }: { readonly since: string }) {
  const { t } = useTranslation();
  const wait = waitOf(since, new Date());
  return (
    <time dateTime={since}>
      {wait === null ? t('desk.justNow') : t(`desk.${wait.unit}`, { count: wait.count })}
    </time>
  );
}

function Until({ until }: { readonly until: string | null }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  if (until === null) return <span className="hint">{t('desk.noLimit')}</span>;
  const isOver = Date.parse(until) < Date.now();
  return (
    <time dateTime={until} className={isOver ? 'is-owing' : undefined}>
      {isOver && `${t('desk.overdue')} `}
      {instant(until)}
    </time>
  );
}

function DeskExport({ lines }: { readonly lines: readonly DeskLine[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <ExportButton<DeskLine>
      fileName={t('desk.exportName')}
      // The page has all rows already.
      fetchPage={() => Promise.resolve({ items: lines, nextCursor: null })}
      columns={[
        { title: t('desk.kind'), text: ({ kind }) => t(`desk.kinds.${kind}`) },
        { title: t('desk.what'), text: nameOf },
        { title: t('money.party'), text: ({ party }) => party },
        {
          title: t('desk.amount'),
          kind: 'money',
          text: ({ money }) => (money === null ? '' : yuanOf(money.amount)),
        },
        { title: t('desk.waits'), kind: 'instant', text: ({ since }) => since },
        { title: t('desk.until'), kind: 'instant', text: ({ until }) => until ?? '' },
      ]}
    />
  );
}
