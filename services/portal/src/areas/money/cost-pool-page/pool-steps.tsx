import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { type CostItem, type CostPool, type Step, stepOf } from '../cost-pool/cost-pool.model.js';
import { SubsidyWaysOn } from './subsidy-ways-on.js';

const ComputeShares = lazyPart('ComputeShares', () => import('./compute-shares.js'), { rows: 1 });
const ReturnPool = lazyPart('ReturnPool', () => import('../cost-pool/return-pool.js'));

interface PoolStepsProps {
  readonly pool: CostPool;
  readonly items: readonly CostItem[];
}

/** The next step and who takes it, so that nobody tries in vain. */
export function PoolSteps({ pool, items }: PoolStepsProps) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds } = useOffices();
  const person = {
    id: me?.personId,
    isFinance: holds('finance'),
    isApprover: holds('approver'),
  };
  const step = stepOf(pool, items.length > 0, person);
  if (step === 'none') return null;
  const isApprovable = pool.state === 'submitted' || pool.state === 'asked';
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('money.costPool.steps.title')}</h2>
      <StepText pool={pool} step={step} />
      {step === 'submit' && <SubmitPool pool={pool} />}
      {step === 'approve' && <ApprovePool pool={pool} />}
      {isApprovable && person.isApprover && <ReturnPool pool={pool} />}
      {computeSteps.includes(step) && holds('finance', 'officer', 'organiser') && (
        <ComputeShares pool={pool} />
      )}
    </section>
  );
}

/** The pool is open and holds bills. */
const computeSteps: readonly Step[] = ['compute', 'submit', 'awaitSubmit'];

const texts = {
  items: 'money.costPool.steps.items',
  compute: 'money.costPool.steps.compute',
  submit: 'money.costPool.steps.submitHint',
  awaitSubmit: 'money.costPool.steps.submitByFinance',
  approve: 'money.costPool.steps.approveHint',
  awaitParties: 'money.costPool.sharing.awaitParties',
  own: 'money.costPool.steps.ownSubmission',
  awaitApproval: 'money.costPool.steps.waitApprover',
  approveShared: 'money.costPool.sharing.approveHint',
} as const satisfies Record<Exclude<Step, 'none'> | 'approveShared', string>;

interface StepTextProps {
  readonly pool: CostPool;
  readonly step: Exclude<Step, 'none'>;
}

/** Of a shared bill it is said as well what has happened, and what comes after the approval. */
function StepText({ pool: { kind, state }, step }: StepTextProps) {
  const { t } = useTranslation();
  const text = kind === 'shared' && step === 'approve' ? 'approveShared' : step;
  return (
    <>
      {kind === 'shared' && state === 'submitted' && step !== 'approve' && (
        <p>{t('money.costPool.sharing.sent')}</p>
      )}
      <p role="status">{t(texts[text])}</p>
    </>
  );
}

function SubmitPool({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const submit = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/submit');
  const refresh = useRefresh('costPool');
  const total = pool.total === null ? '' : money(pool.total);
  return (
    <div className="pool-act">
      <ConfirmButton
        type="primary"
        loading={submit.isPending}
        question={t('money.costPool.steps.submitQuestion', { title: pool.title, total })}
        confirmText={t('money.costPool.steps.submitConfirm')}
        onConfirm={() => submit.mutate({ costPoolId: pool.id, version: pool.version }, { onError: refresh })}
      >
        {t('money.costPool.steps.submit')}
      </ConfirmButton>
      {submit.isError && <Refusal title={t('money.costPool.steps.refused')} error={submit.error} />}
      <SubsidyWaysOn pool={pool} error={submit.error} />
    </div>
  );
}

function ApprovePool({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const approve = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/approve');
  const refresh = useRefresh('costPool');
  const total = pool.total === null ? '' : money(pool.total);
  return (
    <div className="pool-act">
      <ConfirmButton
        type="primary"
        loading={approve.isPending}
        question={t(
          pool.kind === 'shared'
            ? 'money.costPool.sharing.approveQuestion'
            : 'money.costPool.steps.approveQuestion',
          { title: pool.title, total },
        )}
        confirmText={t('money.costPool.steps.approveConfirm')}
        onConfirm={() => approve.mutate({ costPoolId: pool.id, version: pool.version }, { onError: refresh })}
      >
        {t(pool.kind === 'shared' ? 'money.costPool.sharing.approve' : 'money.costPool.steps.approve')}
      </ConfirmButton>
      {approve.isError && <Refusal title={t('money.costPool.steps.refused')} error={approve.error} />}
      <SubsidyWaysOn pool={pool} error={approve.error} />
    </div>
  );
}
