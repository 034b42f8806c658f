import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ChainedPool } from './pool-life.model.js';

interface PoolChainProps {
  readonly chain: readonly ChainedPool[];
  readonly ownId: string;
}

/** The pool with its supplements, the earliest first. */
export function PoolChain({ chain, ownId }: PoolChainProps) {
  const { t } = useTranslation();
  const columns = useChainColumns(ownId);
  return (
    <section className="card" aria-labelledby="chain-title">
      <h2 id="chain-title">{t('money.poolLife.chain.title')}</h2>
      <DataTable
        caption={t('money.poolLife.chain.title')}
        columns={columns}
        rows={chain}
        rowKey={({ costPoolId }) => costPoolId}
      />
    </section>
  );
}

function useChainColumns(ownId: string): Column<ChainedPool>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const nameOf = ({ number }: ChainedPool): string =>
    number === 0 ? t('money.poolLife.chain.first') : t('money.poolLife.chain.supplement', { number });
  return [
    {
      key: 'name',
      title: t('money.poolLife.chain.pool'),
      cell: (one) =>
        one.costPoolId === ownId ? (
          nameOf(one)
        ) : (
          <Link to={`/cost-pools/${one.costPoolId}`} className="cell-link">
            {nameOf(one)}
          </Link>
        ),
    },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`money.costPool.states.${state}`)}</span>,
    },
    {
      key: 'total',
      title: t('money.costPool.total'),
      isNumber: true,
      cell: ({ total }) => (total === null ? t('money.costPool.totalOpen') : money(total)),
    },
    {
      key: 'returned',
      title: t('money.poolLife.refund.returned'),
      isNumber: true,
      cell: ({ returned }) => money(returned),
    },
    {
      key: 'createdAt',
      title: t('money.poolLife.chain.openedAt'),
      cell: ({ createdAt }) => instant(createdAt),
    },
  ];
}
