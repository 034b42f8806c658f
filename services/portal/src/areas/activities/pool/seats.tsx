import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useAudience } from './use-audience.js';
import { type Pool, usePools } from './use-pools.js';

interface SeatsProps {
  readonly timeZone: string;
  readonly activityId: string;
  /** Whether only some may come at all. */
  readonly hasConditions: boolean;
  /** Can people still join the waitlist of a full pool? */
  readonly takesWaiters: boolean;
}

/** The seats of an activity, pool by pool. */
export function Seats({ activityId, timeZone, takesWaiters, hasConditions }: SeatsProps) {
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
          <PoolLine
            key={pool.id}
            pool={pool}
            timeZone={timeZone}
            takesWaiters={takesWaiters}
            hasConditions={hasConditions}
          />
        ))}
      </ul>
    </section>
  );
}

interface PoolLineProps {
  readonly pool: Pool;
  readonly timeZone: string;
  readonly takesWaiters: boolean;
  readonly hasConditions: boolean;
}

function PoolLine({ pool, timeZone, takesWaiters, hasConditions }: PoolLineProps) {
  const { t } = useTranslation();
  const audience = useAudience(hasConditions);
  const { capacity, confirmed, held, free, waiting } = pool.seats;
  const taken = confirmed + held;
  const full = takesWaiters ? 'pool.fullMayWait' : 'pool.full';
  const standing = free > 0 ? t('pool.free', { free }) : t(capacity === 0 ? 'pool.none' : full);
  const percent = capacity === 0 ? 100 : Math.min(100, (taken / capacity) * 100);
  return (
    <li className={free === 0 ? 'pool is-full' : 'pool'}>
      <div className="pool-head">
        <strong>{pool.name}</strong>
        <span className="pool-free">{standing}</span>
      </div>
      <div className="bar" aria-hidden="true">
        <div style={{ width: `${percent}%` }} />
      </div>
      <div className="pool-foot hint">
        <span>{t('pool.taken', { taken, capacity })}</span>
        {waiting > 0 && <span>{t('pool.waiting', { count: waiting })}</span>}
        <span>{audience(pool)}</span>
      </div>
      <PoolTimes pool={pool} timeZone={timeZone} />
    </li>
  );
}

/** When it opens and is released, and which cap leaves less than is free. */
function PoolTimes({ pool, timeZone }: { readonly pool: Pool; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { opensAt, releasesAt, releasedAt, boundBy } = pool;
  return (
    <div className="hint">
      {boundBy !== null && <p>{t('pool.boundBy', { cap: boundBy.name, free: boundBy.free })}</p>}
      {opensAt !== null && <p>{t('pool.opensAt', { time: format.instant(opensAt) })}</p>}
      {releasesAt !== null && releasedAt === null && (
        <p>{t('pool.releasesAt', { time: format.instant(releasesAt) })}</p>
      )}
      {releasedAt !== null && <p>{t('pool.released')}</p>}
    </div>
  );
}
