import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useSubmit } from '../../../api/use-submit.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { useOffices } from '../../../session/use-offices.js';

const beforePosting: readonly CostPool['state'][] = ['open', 'submitted', 'asked'];

/** The further pages of a pool, and what comes after its approval. */
export function PoolLinks({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const mayOpen = holds('finance', 'officer', 'organiser');
  return (
    <section className="card" aria-labelledby="pool-life-title">
      <h2 id="pool-life-title">{t('money.poolLife.title')}</h2>
      {pool.supplementOf !== null && (
        <Alert
          type="info"
          showIcon
          title={t('money.poolLife.isSupplement')}
          description={
            <p>
              <Link to={`/cost-pools/${pool.supplementOf}`}>{t('money.poolLife.toFirst')}</Link>
            </p>
          }
          className="notice"
        />
      )}
      <ul className="plain-list pool-links">
        {pool.kind === 'activity' && (
          <li>
            <p>
              <Link to={`/cost-pools/${pool.id}/plan`}>{t('money.poolLife.plan.title')}</Link>
            </p>
            <p className="hint">{t('money.poolLife.plan.linkHint')}</p>
          </li>
        )}
        <li>
          <p>
            <Link to={`/cost-pools/${pool.id}/refunds`}>{t('money.poolLife.refund.title')}</Link>
          </p>
          <p className="hint">{t('money.poolLife.refund.linkHint')}</p>
        </li>
        <li>
          <p>
            <Link to={`/cost-pools/${pool.id}/trail`}>{t('money.poolLife.trail.title')}</Link>
          </p>
          <p className="hint">{t('money.poolLife.trail.linkHint')}</p>
        </li>
      </ul>
      {mayOpen && <PoolActs pool={pool} />}
    </section>
  );
}

/** What a supplement and a shared bill end by, and what an approved pool is added to by. */
function PoolActs({ pool }: { readonly pool: CostPool }) {
  const { kind, state, supplementOf } = pool;
  if (kind === 'shared') return beforePosting.includes(state) && <CancelBill pool={pool} />;
  if (state === 'approved') return <OpenSupplement pool={pool} />;
  return state === 'open' && supplementOf !== null && <DiscardPool pool={pool} />;
}

function OpenSupplement({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenSupplement(pool.id);
  return (
    <>
      <p className="hint">{t('money.poolLife.supplement.hint')}</p>
      {open.isError && <Refusal title={t('money.poolLife.supplement.refused')} error={open.error} />}
      <Button
        loading={open.isPending}
        onClick={() =>
          open.mutate(pool.version, { onSuccess: ({ id }) => void navigate(`/cost-pools/${id}`) })
        }
      >
        {t('money.poolLife.supplement.open')}
      </Button>
    </>
  );
}

function useOpenSupplement(costPoolId: string) {
  return useSubmit({
    // The version is the input, so that opening another after a change is another submit, although the platform does not ask for it.
    send: (_version: number, key) =>
      request('post', '/cost-pools/{costPoolId}/supplements', { costPoolId }, { key }),
    touches: ['costPool'],
  });
}

/** Whoever shares the bill is no longer asked, and its invoice may be entered again. */
function CancelBill({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const cancel = useCommand('costPool', 'delete', '/cost-pools/{costPoolId}', { onStale: 'refuse' });
  return (
    <>
      {cancel.isError && <Refusal title={t('money.costPool.sharing.cancelRefused')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={t('money.costPool.sharing.cancelQuestion', { title: pool.title })}
        confirmText={t('money.costPool.sharing.cancel')}
        onConfirm={() => cancel.mutate({ costPoolId: pool.id, version: pool.version })}
      >
        {t('money.costPool.sharing.cancel')}
      </ConfirmButton>
    </>
  );
}

function DiscardPool({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const discard = useCommand('costPool', 'delete', '/cost-pools/{costPoolId}', { onStale: 'refuse' });
  const back = pool.supplementOf === null ? '/cost-pools' : `/cost-pools/${pool.supplementOf}`;
  return (
    <>
      {discard.isError && (
        <Refusal title={t('money.poolLife.supplement.discardRefused')} error={discard.error} />
      )}
      <ConfirmButton
        danger
        loading={discard.isPending}
        question={t('money.poolLife.supplement.discardQuestion')}
        confirmText={t('money.poolLife.supplement.discard')}
        onConfirm={() =>
          discard.mutate(
            { costPoolId: pool.id, version: pool.version },
            { onSuccess: () => void navigate(back) },
          )
        }
      >
        {t('money.poolLife.supplement.discard')}
      </ConfirmButton>
    </>
  );
}
