import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { Pool } from './use-rehearsal.js';

type Wait = Pool['firstWaits'];

/** How many got a seat in each pool, how many waited and why, and how many were promoted when seats came free. */
export function PoolReport({ pools }: { readonly pools: readonly Pool[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heads = ['capacity', 'wanted', 'refused', 'seated', 'waiting', 'cancelled', 'promoted'] as const;
  const why = (wait: Wait): string =>
    wait === null ? t('common.none') : t(`registration.reason.${wait.reason}`, { cap: wait.cap ?? '' });
  const columns: Column<Pool>[] = [
    { key: 'name', title: t('rehearsal.pool'), cell: ({ name }) => name },
    ...heads.map((key): Column<Pool> => ({
      key,
      title: t(`rehearsal.heads.${key}`),
      isNumber: true,
      cell: (pool) => format.number(pool[key]),
    })),
    {
      key: 'still',
      title: t('rehearsal.heads.stillWaiting'),
      isNumber: true,
      cell: ({ stillWaiting }) => format.number(stillWaiting),
    },
    {
      key: 'why',
      title: t('rehearsal.why'),
      cell: ({ firstWaits, firstStillWaits }) => why(firstStillWaits ?? firstWaits),
    },
  ];
  return (
    <DataTable
      caption={t('rehearsal.pools')}
      columns={columns}
      rows={pools}
      rowKey={({ poolId }) => poolId}
    />
  );
}
