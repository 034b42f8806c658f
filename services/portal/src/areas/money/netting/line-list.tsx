import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import type { NettingLine, NettingRun } from './netting.model.js';
import { useList } from '../../../api/use-read.js';

/** The input of a run: each party's balance, and each debt with its entry. */
export function LineList({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const lines = useList('nettingRun', '/netting-runs/{nettingRunId}/lines', { nettingRunId: run.id });
  const columns = useLineColumns();
  return (
    <>
      <section className="card" aria-labelledby="balances-title">
        <h2 id="balances-title">{t('money.netting.balances')}</h2>
        <DataTable
          caption={t('money.netting.balancesCaption')}
          rows={run.balances}
          rowKey={({ party }) => keyOf(party)}
          columns={[
            { key: 'party', title: t('money.party'), cell: ({ party }) => party.name },
            {
              key: 'balance',
              title: t('money.netting.balance'),
              isNumber: true,
              cell: ({ balance }) => <SignedAmount amount={balance} />,
            },
          ]}
        />
      </section>
      <section className="card" aria-labelledby="lines-title">
        <h2 id="lines-title">{t('money.netting.lines')}</h2>
        <PagedList list={lines} empty={{ text: t('common.none') }}>
          {(items) => (
            <DataTable
              caption={t('money.netting.linesCaption')}
              columns={columns}
              rows={items}
              rowKey={({ number }) => String(number)}
            />
          )}
        </PagedList>
      </section>
    </>
  );
}

function useLineColumns(): Column<NettingLine>[] {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  return [
    { key: 'number', title: t('money.netting.number'), cell: (line) => number(line.number) },
    { key: 'from', title: t('money.netting.owed'), cell: ({ from }) => from.name },
    { key: 'to', title: t('money.netting.due'), cell: ({ to }) => to.name },
    { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
    {
      key: 'entry',
      title: t('money.netting.linesEntry'),
      cell: ({ entryId }) => (
        <Link to={`/ledger/entries/${entryId}`} className="cell-link">
          {t('money.netting.entryLink')}
        </Link>
      ),
    },
  ];
}
