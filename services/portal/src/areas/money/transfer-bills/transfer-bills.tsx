import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { isNamed, useEntryTitle } from '../ledger/use-entry-title.js';
import { sourcePath } from './source-link.js';
import type { TracedLine, TracedTransfer, TransferPart, TransferTrace } from './transfer.model.js';

/** The sums behind a transfer: how each comes about in words, its debts, and the transfers that settle it. */
export function TransferBills({ trace }: { readonly trace: TransferTrace }) {
  return (
    <>
      {trace.parts.map((part) => (
        <Part key={part.party === null ? 'pair' : keyOf(part.party)} part={part} trace={trace} />
      ))}
    </>
  );
}

interface PartProps {
  readonly part: TransferPart;
  readonly trace: TransferTrace;
}

function Part({ part, trace }: PartProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { party, lines, lineCount, isShown } = part;
  const title =
    party === null ? t('settling.bills.between') : t('settling.bills.balanceOf', { party: party.name });
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <p>{part.text}</p>
      {!isShown && <p className="hint">{t('settling.bills.hidden')}</p>}
      {isShown && lineCount === 0 && <p>{t('settling.bills.noLines')}</p>}
      {lines.length > 0 && <Lines part={part} trace={trace} />}
      {isShown && lineCount > lines.length && (
        <p className="hint">
          {t('settling.bills.partial', { count: lines.length, total: number(lineCount) })}
        </p>
      )}
      {party !== null && <Transfers part={part} trace={trace} />}
    </section>
  );
}

function Lines({ part, trace }: PartProps) {
  const { t } = useTranslation();
  const columns = useLineColumns();
  return (
    <>
      <h3>{t('settling.bills.lines')}</h3>
      <DataTable
        caption={t('settling.bills.linesCaption')}
        columns={columns}
        rows={part.lines}
        rowKey={({ number }) => String(number)}
      />
      <p className="bills-total">
        <strong>{t('settling.bills.total')}</strong> <SignedAmount amount={part.total} />
      </p>
      <div className="actions">
        <SaveLines lines={part.lines} trace={trace} />
      </div>
    </>
  );
}

function useLineColumns(): Column<TracedLine>[] {
  const { t } = useTranslation();
  const titleOf = useEntryTitle();
  const { number } = useFormat();
  return [
    { key: 'number', title: t('money.netting.number'), cell: (line) => number(line.number) },
    {
      key: 'source',
      title: t('settling.bills.source'),
      cell: (line) => (
        <Link to={sourcePath(line)} className="cell-link">
          {titleOf({ kind: line.entryKind, title: line.title })}
          {isNamed(line.entryKind) && ` · ${t(`money.entry.kinds.${line.entryKind}`)}`}
        </Link>
      ),
    },
    { key: 'from', title: t('money.netting.owed'), cell: ({ from }) => from.name },
    { key: 'to', title: t('money.netting.due'), cell: ({ to }) => to.name },
    {
      key: 'effect',
      title: t('settling.bills.effect'),
      isNumber: true,
      cell: ({ effect }) => <SignedAmount amount={effect} />,
    },
  ];
}

function Transfers({ part, trace }: PartProps) {
  const { t } = useTranslation();
  const isThis = ({ from, to }: TracedTransfer): boolean =>
    keyOf(from) === keyOf(trace.from) && keyOf(to) === keyOf(trace.to);
  const columns: Column<TracedTransfer>[] = [
    { key: 'from', title: t('money.payer'), cell: ({ from }) => from.name },
    {
      key: 'to',
      title: t('money.payee'),
      cell: (one) => (
        <>
          {one.to.name} {isThis(one) && <span className="tag">{t('settling.bills.thisOne')}</span>}
        </>
      ),
    },
    {
      key: 'effect',
      title: t('settling.bills.effect'),
      isNumber: true,
      cell: ({ effect }) => <SignedAmount amount={effect} />,
    },
  ];
  return (
    <>
      <h3>{t('settling.bills.transfers')}</h3>
      <DataTable
        caption={t('settling.bills.transfersCaption')}
        columns={columns}
        rows={part.transfers}
        rowKey={({ number }) => String(number)}
      />
    </>
  );
}

/** Exports the lines on the page, which are all lines up to five hundred. */
function SaveLines({
  lines,
  trace,
}: {
  readonly lines: readonly TracedLine[];
  readonly trace: TransferTrace;
}) {
  const { t } = useTranslation();
  return (
    <ExportButton<TracedLine>
      fileName={`${t('settling.bills.exportName')}-${trace.from.name}-${trace.to.name}`}
      // The page has all rows already.
      fetchPage={() => Promise.resolve({ items: lines, nextCursor: null })}
      columns={[
        { title: t('money.netting.number'), kind: 'count', text: ({ number }) => String(number) },
        { title: t('settling.bills.source'), text: ({ title }) => title },
        { title: t('money.kind'), text: ({ entryKind }) => t(`money.entry.kinds.${entryKind}`) },
        { title: t('money.netting.owed'), text: ({ from }) => from.name },
        { title: t('money.netting.due'), text: ({ to }) => to.name },
        {
          title: t('settling.bills.effect'),
          kind: 'money',
          text: ({ effect }) => yuanOf(effect.amount),
        },
      ]}
    />
  );
}
