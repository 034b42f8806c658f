import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { type Refund, refundActs } from './pool-life.model.js';
import { RefundParts } from './refund-parts.js';
import { useDecideRefund } from './use-pool-life.js';

/** One refund: how far it is, who gets what back, and what may be done. */
export function OneRefund({ refund }: { readonly refund: Refund }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const { total, creditNote, proposedByName, proposedAt, decidedByName, decidedAt } = refund;
  const nobody = t('common.none');
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  const isNamed = hash === `#refund-${refund.id}`;
  // A refusal leads here: the refund that stands in the way may be anywhere in the list.
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
        {t('money.poolLife.refund.proposedBy', { name: proposedByName ?? nobody, at: instant(proposedAt) })}
        {decidedAt !== null &&
          ` · ${t('money.poolLife.refund.decidedBy', { name: decidedByName ?? nobody, at: instant(decidedAt) })}`}
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
  const decide = useDecideRefund(refund);
  const refresh = useRefresh('costPool');
  const person = { id: me?.personId, isFinance: holds('finance'), isApprover: holds('approver') };
  const may = refundActs(refund, person);
  const act = (verb: 'approve' | 'withdraw'): void => decide.mutate({ verb }, { onError: refresh });
  return (
    <>
      {may.own && <p role="status">{t('money.poolLife.refund.own')}</p>}
      {decide.isError && <Refusal title={t('money.costPool.steps.refused')} error={decide.error} />}
      <div className="actions">
        {may.approve && (
          <ConfirmButton
            type="primary"
            loading={decide.isPending}
            question={t('money.poolLife.refund.approveQuestion', { amount: money(refund.total) })}
            confirmText={t('money.costPool.steps.approveConfirm')}
            onConfirm={() => act('approve')}
          >
            {t('money.costPool.steps.approve')}
          </ConfirmButton>
        )}
        {may.withdraw && (
          <ConfirmButton
            danger
            loading={decide.isPending}
            question={t('money.poolLife.refund.withdrawQuestion')}
            confirmText={t('money.poolLife.refund.withdraw')}
            onConfirm={() => act('withdraw')}
          >
            {t('money.poolLife.refund.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {may.approve && <WithReason decide={decide} verb="return" />}
      {may.reverse && <WithReason decide={decide} verb="reverse" />}
    </>
  );
}

interface WithReasonProps {
  readonly decide: ReturnType<typeof useDecideRefund>;
  readonly verb: 'return' | 'reverse';
}

/** Returned or taken back, with the reason that those concerned will read. */
function WithReason({ decide, verb }: WithReasonProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const refresh = useRefresh('costPool');
  const send = (): void => reason.take((text) => decide.mutate({ verb, reason: text }, { onError: refresh }));
  return (
    <div className="pool-act">
      <ReasonField
        reason={reason}
        label={t(`money.poolLife.refund.${verb}Reason`)}
        required={t('money.reasonRequired')}
      />
      {verb === 'return' ? (
        <Button loading={decide.isPending} onClick={send}>
          {t('money.costPool.steps.return')}
        </Button>
      ) : (
        <ConfirmButton
          danger
          loading={decide.isPending}
          question={t('money.poolLife.refund.reverseQuestion')}
          confirmText={t('money.poolLife.refund.reverse')}
          onConfirm={send}
        >
          {t('money.poolLife.refund.reverse')}
        </ConfirmButton>
      )}
    </div>
  );
}
