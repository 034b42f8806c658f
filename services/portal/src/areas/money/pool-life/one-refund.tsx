import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { type Refund, refundActs, seenOf } from './pool-life.model.js';
import { RefundParts } from './refund-parts.js';

const ReturnRefund = lazyPart('ReturnRefund', () => import('./refund-forms.js'), { rows: 2 });
const ReverseRefund = lazyPart('ReverseRefund', () => import('./refund-forms.js'), { rows: 2 });

/** One refund: its state, what each party gets back, and what may be done. */
export function OneRefund({ refund }: { readonly refund: Refund }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const { total, creditNote, proposedAt, decidedAt } = refund;
  const nameOf = useNameOf();
  const proposer = nameOf(refund.proposedBy, refund.proposedByName);
  const decider = nameOf(refund.decidedBy, refund.decidedByName);
  const nobody = t('common.none');
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  const isNamed = hash === `#refund-${refund.id}`;
  // A refusal links here: the refund that blocks an act may be anywhere in the list.
  useEffect(() => {
    if (isNamed) heading.current?.focus();
  }, [isNamed]);
  return (
    <article className="card" aria-labelledby={`refund-${refund.id}`}>
      <h2 id={`refund-${refund.id}`} ref={heading} tabIndex={-1}>
        {t('money.poolLife.refund.of', { amount: money(total) })}{' '}
        <span className={`tag is-${refund.state}`}>{t(`money.poolLife.refund.states.${refund.state}`)}</span>
      </h2>
      <p>{t('money.poolLife.refund.because', { reason: refund.reason, creditNote })}</p>
      <p className="hint">
        {t('money.poolLife.refund.proposedBy', { name: proposer ?? nobody, at: instant(proposedAt) })}
        {decidedAt !== null &&
          ` · ${t('money.poolLife.refund.decidedBy', { name: decider ?? nobody, at: instant(decidedAt) })}`}
        {refund.decisionReason !== null &&
          ` · ${t('money.poolLife.refund.decidedBecause', { reason: refund.decisionReason })}`}
      </p>
      {refund.entryId !== null && (
        <p>
          <Link to={`/ledger/entries/${refund.entryId}`}>{t('money.costPool.entryLink')}</Link>
        </p>
      )}
      <RefundParts lines={refund.lines} parts={refund.parts} />
      <RefundActs refund={refund} />
    </article>
  );
}

function RefundActs({ refund }: { readonly refund: Refund }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { data: me } = useMe();
  const { holds } = useOffices();
  const approve = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/refunds/{refundId}/approve');
  const withdraw = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/refunds/{refundId}/withdraw');
  const refresh = useRefresh('costPool');
  const person = { id: me?.personId, isFinance: holds('finance'), isApprover: holds('approver') };
  const may = refundActs(refund, person);
  const error = approve.error ?? withdraw.error;
  const isPending = approve.isPending || withdraw.isPending;
  return (
    <>
      {may.own && <p role="status">{t('money.poolLife.refund.own')}</p>}
      {error !== null && <Refusal title={t('money.costPool.steps.refused')} error={error} />}
      <div className="actions">
        {may.approve && (
          <ConfirmButton
            type="primary"
            loading={isPending}
            question={t('money.poolLife.refund.approveQuestion', { amount: money(refund.total) })}
            confirmText={t('money.costPool.steps.approveConfirm')}
            onConfirm={() => approve.mutate(seenOf(refund), { onError: refresh })}
          >
            {t('money.costPool.steps.approve')}
          </ConfirmButton>
        )}
        {may.withdraw && (
          <ConfirmButton
            danger
            loading={isPending}
            question={t('money.poolLife.refund.withdrawQuestion')}
            confirmText={t('money.poolLife.refund.withdraw')}
            onConfirm={() => withdraw.mutate(seenOf(refund), { onError: refresh })}
          >
            {t('money.poolLife.refund.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {may.approve && <ReturnRefund refund={refund} />}
      {may.reverse && <ReverseRefund refund={refund} />}
    </>
  );
}
