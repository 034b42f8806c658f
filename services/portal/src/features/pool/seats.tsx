import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { type Pool, usePools } from './use-pools.js';

interface SeatsProps {
  readonly activityId: string;
  /** Is there still a line to join where a pool is full? */
  readonly takesWaiters: boolean;
}

/** The seats of an activity, pool by pool. */
export function Seats({ activityId, takesWaiters }: SeatsProps) {
  const { t } = useTranslation();
  const pools = usePools(activityId);
  if (pools.isPending) return <LoadingState rows={2} />;
  if (pools.isError && pools.data === undefined) {
    return <ErrorState error={pools.error} onRetry={() => void pools.refetch()} />;
  }
  const items = pools.data?.items ?? [];
  return (
    <section className="card" aria-labelledby="seats-title">
      <h2 id="seats-title">{t('pool.title')}</h2>
      {items.length === 0 && <p className="hint">{t('pool.empty')}</p>}
      <ul className="plain-list seats">
        {items.map((pool) => (
          <PoolLine key={pool.id} pool={pool} takesWaiters={takesWaiters} />
        ))}
      </ul>
    </section>
  );
}

function PoolLine({ pool, takesWaiters }: { readonly pool: Pool; readonly takesWaiters: boolean }) {
  const { t } = useTranslation();
  const { capacity, confirmed, held, free, waiting } = pool.seats;
  const taken = confirmed + held;
  const full = t(takesWaiters ? 'pool.fullMayWait' : 'pool.full');
  const percent = capacity === 0 ? 100 : Math.min(100, (taken / capacity) * 100);
  return (
    <li className={free === 0 ? 'pool is-full' : 'pool'}>
      <div className="pool-head">
        <strong>{pool.name}</strong>
        <span className="pool-free">{free === 0 ? full : t('pool.free', { free })}</span>
      </div>
      <div className="bar" aria-hidden="true">
        <div style={{ width: `${percent}%` }} />
      </div>
      <div className="pool-foot hint">
        <span>{t('pool.taken', { taken, capacity })}</span>
        {waiting > 0 && <span>{t('pool.waiting', { count: waiting })}</span>}
        <span>{t(pool.unionId === null ? 'pool.common' : 'pool.ofUnion')}</span>
      </div>
    </li>
  );
}
