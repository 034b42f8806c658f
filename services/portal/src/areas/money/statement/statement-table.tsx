import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Balance } from '../ledger/balance.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { isNamed, useEntryTitle } from '../ledger/use-entry-title.js';
import {
  headingTotals,
  runningLines,
  type RunningLine,
  type Statement,
  type StatementLine,
} from './statement.model.js';

/** Opening balance, lines and closing balance, in the order of a treasurer's statement. */
export function StatementTable({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { party, opening, closing, from, to, truncated } = statement;
  const columns = useLineColumns(party);
  const period = t('money.periodText', { from: date(from), to: date(to) });
  return (
    <section className="card" aria-labelledby="statement-title">
      <h2 id="statement-title">{t('money.statement.of', { party: party.name })}</h2>
      <p className="hint">{period}</p>
      <dl className="figures">
        <div>
          <dt>{t('money.statement.opening')}</dt>
          <dd className="big-figure">
            <Balance amount={opening} />
          </dd>
        </div>
        {!truncated &&
          headingTotals(statement.lines).map(({ heading, total }) => (
            <div key={heading}>
              <dt>{t(`money.statement.groups.${heading}`)}</dt>
              <dd className="big-figure">
                <SignedAmount amount={total} />
              </dd>
            </div>
          ))}
        <div>
          <dt>{t('money.statement.closing')}</dt>
          <dd className="big-figure">
            <Balance amount={closing} />
          </dd>
        </div>
      </dl>
      <p className="hint">{t('money.statement.meaning')}</p>
      {truncated && (
        <Alert type="warning" showIcon title={t('money.statement.truncated')} className="notice" />
      )}
      {statement.lines.length === 0 ? (
        <p>{t('money.statement.empty')}</p>
      ) : (
        <DataTable
          caption={t('money.statement.caption')}
          columns={columns}
          rows={runningLines(statement)}
          rowKey={keyOf}
        />
      )}
    </section>
  );
}

/** An entry may have several lines for one party, one for each counterparty. */
function keyOf({ line, balance }: RunningLine): string {
  const about = line.entryId ?? `${line.kind}.${line.costPoolId}`;
  return `${about}.${line.counterparty?.id ?? ''}.${balance.amount}`;
}

/** A link to the entry; costs that left no debts have no entry, and link to their pool. */
function LineTitle({ line }: { readonly line: StatementLine }) {
  const { entryId, costPoolId } = line;
  const titleOf = useEntryTitle();
  const to = entryId === null ? `/cost-pools/${costPoolId}` : `/ledger/entries/${entryId}`;
  return (
    <Link to={to} className="cell-link">
      {titleOf(line)}
    </Link>
  );
}

interface ShareCellProps {
  readonly line: StatementLine;
  readonly party: Statement['party'];
}

/** The kinds of party that an agreement can name; only their shares are explained. */
const sharing: readonly Statement['party']['kind'][] = ['union', 'enterprise'];

/** The share of a pool, with a link to its explanation. */
function ShareCell({ line: { share, costPoolId, title }, party }: ShareCellProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (share === null) return null;
  return (
    <div>
      {money(share)}
      {costPoolId !== null && sharing.includes(party.kind) && (
        <div>
          <Link
            to={`/cost-pools/${costPoolId}/shares/${party.kind}:${party.id}`}
            className="cell-link"
            aria-label={t('money.whyShareOf', { title })}
          >
            {t('money.whyShare')}
          </Link>
        </div>
      )}
    </div>
  );
}

function useLineColumns(party: Statement['party']): Column<RunningLine>[] {
  const { t } = useTranslation();
  const { date, money } = useFormat();
  const amountOf = (amount: StatementLine['share']): string => (amount === null ? '' : money(amount));
  return [
    {
      key: 'date',
      title: t('money.date'),
      cell: ({ line }) => <time dateTime={line.postedOn}>{date(line.postedOn)}</time>,
    },
    {
      key: 'title',
      title: t('money.title'),
      cell: ({ line }) => (
        <div>
          <LineTitle line={line} />{' '}
          {isNamed(line.kind) && <span className="tag">{t(`money.entry.kinds.${line.kind}`)}</span>}
        </div>
      ),
    },
    {
      key: 'counterparty',
      title: t('money.statement.counterparty'),
      cell: ({ line }) => line.counterparty?.name ?? '',
    },
    {
      key: 'share',
      title: t('money.statement.share'),
      isNumber: true,
      cell: ({ line }) => <ShareCell line={line} party={party} />,
    },
    {
      key: 'paid',
      title: t('money.statement.paid'),
      isNumber: true,
      cell: ({ line }) => amountOf(line.paid),
    },
    {
      key: 'amount',
      title: t('money.statement.amount'),
      isNumber: true,
      cell: ({ line }) => <SignedAmount amount={line.amount} />,
    },
    {
      key: 'balance',
      title: t('money.statement.balance'),
      isNumber: true,
      cell: ({ balance }) => <SignedAmount amount={balance} />,
    },
  ];
}
