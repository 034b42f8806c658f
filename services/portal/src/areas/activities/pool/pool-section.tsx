import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { capacityChange, capacityOf } from './pool.model.js';
import { PoolTerms } from './pool-terms.js';
import { useAudience } from './use-audience.js';
import { type Pool, usePools } from './use-pools.js';
import { Input } from '../../../kit/input.js';

const CapSection = lazyPart('CapSection', () => import('./cap-section.js'));
const PoolTermsForm = lazyPart('PoolTermsForm', () => import('./pool-terms-form.js'));
const AddPoolForm = lazyPart('AddPoolForm', () => import('./add-pool-form.js'));

interface PoolSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The seats, pool by pool, with the forms to raise and lower their capacities. */
export function PoolSection({ activity, mayManage }: PoolSectionProps) {
  const { t } = useTranslation();
  const pools = usePools(activity.id);
  const isOpen = mayChangeSeats(activity, new Date());
  return (
    <section className="card" aria-labelledby="pools-title">
      <h2 id="pools-title">{t('pools.title')}</h2>
      <p className="hint">{t(isOpen ? 'pools.hint' : 'pools.closedHint')}</p>
      {pools.isPending && <LoadingState rows={2} />}
      {pools.isError && <ErrorState error={pools.error} onRetry={() => void pools.refetch()} />}
      {pools.data !== undefined && (
        <AllSeats activity={activity} pools={pools.data} mayChange={mayManage && isOpen} />
      )}
    </section>
  );
}

interface AllSeatsProps {
  readonly activity: Activity;
  readonly pools: PoolsProps['pools'];
  readonly mayChange: boolean;
}

function AllSeats({ activity, pools, mayChange }: AllSeatsProps) {
  const { items } = pools;
  return (
    <>
      <Pools pools={pools} timeZone={activity.timeZone} mayChange={mayChange} />
      {mayChange && <AddPoolForm activity={activity} pools={items} />}
      {items.length > 0 && <CapSection activityId={activity.id} pools={items} mayChange={mayChange} />}
    </>
  );
}

/** A draft has no registrations; seats of a published activity can change until it begins. */
function mayChangeSeats({ state, startsAt }: Activity, now: Date): boolean {
  return state === 'draft' || (state === 'published' && new Date(startsAt) > now);
}

interface PoolsProps {
  readonly pools: { readonly items: readonly Pool[]; readonly total: Pool['seats'] };
  readonly timeZone: string;
  readonly mayChange: boolean;
}

function Pools({ pools: { items, total }, timeZone, mayChange }: PoolsProps) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className="hint">{t('pools.none')}</p>;
  return (
    <>
      <ul className="plain-list rows">
        {items.map((pool) => (
          <PoolLine key={pool.id} pool={pool} timeZone={timeZone} mayChange={mayChange} />
        ))}
      </ul>
      {items.length > 1 && <p>{t('pools.total', { taken: takenOf(total), capacity: total.capacity })}</p>}
    </>
  );
}

function takenOf({ confirmed, held }: Pool['seats']): number {
  return confirmed + held;
}

interface PoolLineProps {
  readonly pool: Pool;
  readonly timeZone: string;
  readonly mayChange: boolean;
}

function PoolLine({ pool, timeZone, mayChange }: PoolLineProps) {
  const { t } = useTranslation();
  const audience = useAudience();
  const { capacity, held, free, over, waiting } = pool.seats;
  return (
    <li className="row">
      <div aria-live="polite">
        <strong>{pool.name}</strong>
        <p className="hint">{audience(pool)}</p>
        <p>
          {t('pools.taken', { taken: takenOf(pool.seats), capacity })}
          {t('common.separator')}
          {t('pools.free', { free })}
          {held > 0 && `${t('common.separator')}${t('pools.held', { held })}`}
          {waiting > 0 && `${t('common.separator')}${t('pools.waiting', { waiting })}`}
          {over > 0 && `${t('common.separator')}${t('pools.over', { over })}`}
        </p>
        <PoolTerms pool={pool} timeZone={timeZone} />
      </div>
      {mayChange && <CapacityForm key={pool.version} pool={pool} />}
      {mayChange && <PoolTermsForm pool={pool} timeZone={timeZone} />}
    </li>
  );
}

/** Says what a new capacity does before it is saved. */
function CapacityForm({ pool }: { readonly pool: Pool }) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(pool.seats.capacity));
  const change = useCommand('pool', 'patch', '/activities/{activityId}/pools/{poolId}', {
    onStale: 'refuse',
  });
  const capacity = capacityOf(text);
  const effect = capacity === null ? null : capacityChange(pool.seats, capacity);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (capacity === null) return;
    const { activityId, id: poolId, version } = pool;
    change.mutate({ activityId, poolId, version, body: { capacity } });
  };
  return (
    <form className="capacity" onSubmit={save}>
      <div className="inline-field">
        <Input
          inputMode="numeric"
          maxLength={7}
          value={text}
          aria-label={t('pools.capacityOf', { name: pool.name })}
          {...(capacity === null ? { status: 'error' as const } : {})}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          htmlType="submit"
          loading={change.isPending}
          disabled={effect === null || effect.kind === 'same'}
        >
          {t('common.save')}
        </Button>
      </div>
      <p className="hint" aria-live="polite">
        {capacity === null && t('pools.capacityFormat')}
        {effect !== null &&
          effect.kind !== 'same' &&
          t(`pools.effect.${effect.kind}`, { count: effect.heads })}
      </p>
      {change.isError && <Refusal title={t('pools.notChanged')} error={change.error} />}
    </form>
  );
}
