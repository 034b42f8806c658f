import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { TextArea } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import { AcceptConditions } from '../resource-profile/accept-conditions.js';
import { RightSummary } from '../resource/right-summary.js';
import { useResource } from '../resource/use-resource.js';
import { useRight } from '../resource/use-right.js';
import type { PartyLoan } from './party-loan.model.js';

/** What a party asks its union to borrow: the union answers, whoever has asked may withdraw it. */
export function PartyLoanPage() {
  const { partyLoanId = '' } = useParams();
  const query = useRead('partyLoan', '/party-loans/{partyLoanId}', { partyLoanId });
  return <Loaded query={query}>{(found) => <OnePartyLoan key={found.id} asked={found} />}</Loaded>;
}

function OnePartyLoan({ asked }: { readonly asked: PartyLoan }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds } = useDelegated();
  const mayDecide = useReaches(asked.unionId) && me?.personId !== asked.requestedBy;
  const mayWithdraw = me?.personId === asked.requestedBy || holds(asked.party);
  const isOpen = asked.state === 'waiting';
  return (
    <>
      <PageHead
        title={t('partyLoan.of', { party: asked.partyName, title: asked.resourceTitle })}
        back="/party-loans"
      >
        {asked.loanId !== null && (
          <ButtonLink to={`/loans/${asked.loanId}`}>{t('partyLoan.toLoan')}</ButtonLink>
        )}
        {isOpen && mayWithdraw && <Withdraw asked={asked} />}
      </PageHead>
      <Facts asked={asked} />
      {isOpen && mayDecide && <Decide asked={asked} />}
    </>
  );
}

function Facts({ asked }: { readonly asked: PartyLoan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { resourceId, resourceTitle, startsAt, endsAt, quantity, purpose, unionName, state, reason } = asked;
  return (
    <section className="card" aria-label={t('partyLoan.asked')}>
      <p>
        <span className="tag">{t(`partyLoan.state.${state}`)}</span>
      </p>
      <dl className="facts">
        <dt>{t('partyLoan.resource')}</dt>
        <dd>
          <Link to={`/resources/${resourceId}`} className="text-link">
            {resourceTitle}
          </Link>
        </dd>
        <dt>{t('partyLoan.time')}</dt>
        <dd>{format.period(startsAt, endsAt)}</dd>
        {quantity > 1 && (
          <>
            <dt>{t('partyLoan.quantity')}</dt>
            <dd>{format.number(quantity)}</dd>
          </>
        )}
        <dt>{t('partyLoan.purpose')}</dt>
        <dd>{purpose}</dd>
        <dt>{t('partyLoan.union')}</dt>
        <dd>{unionName}</dd>
        <dt>{t('partyLoan.by')}</dt>
        <dd>{asked.requestedByName}</dd>
        <dt>{t('partyLoan.asked')}</dt>
        <dd>{format.instant(asked.requestedAt)}</dd>
        {asked.decidedAt !== null && (
          <>
            <dt>{t('partyLoan.decidedAt')}</dt>
            <dd>{format.instant(asked.decidedAt)}</dd>
          </>
        )}
        {reason !== null && (
          <>
            <dt>{t('partyLoan.reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Withdraw({ asked: { id: partyLoanId } }: { readonly asked: PartyLoan }) {
  const { t } = useTranslation();
  const withdraw = useCommand('partyLoan', 'post', '/party-loans/{partyLoanId}/withdraw');
  return (
    <>
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('partyLoan.withdrawQuestion')}
        confirmText={t('partyLoan.withdraw')}
        onConfirm={() => withdraw.mutate({ partyLoanId })}
      >
        {t('partyLoan.withdraw')}
      </ConfirmButton>
      {withdraw.isError && <Refusal title={t('partyLoan.notDecided')} error={withdraw.error} />}
    </>
  );
}

/** By which right the union would borrow, and its answer. */
function Decide({ asked }: { readonly asked: PartyLoan }) {
  const { t } = useTranslation();
  const [isDeclining, setIsDeclining] = useState(false);
  const resource = useResource(asked.resourceId);
  const span = { start: Date.parse(asked.startsAt), end: Date.parse(asked.endsAt) };
  const wish = { period: span, business: asked.business ?? undefined, quantity: asked.quantity };
  const right = useRight(asked.resourceId, asked.unionId, wish);
  const agree = useCommand('partyLoan', 'post', '/party-loans/{partyLoanId}/agree');
  const { id: partyLoanId, version } = asked;
  return (
    <section className="card" aria-labelledby="party-loan-decide-title">
      <h2 id="party-loan-decide-title">{t('partyLoan.agree')}</h2>
      <p className="hint">{t('partyLoan.agreeHint')}</p>
      <RightSummary right={right} unionName={asked.unionName} />
      {isDeclining ? (
        <Decline asked={asked} onCancel={() => setIsDeclining(false)} />
      ) : (
        <CommandForm
          name="party-loan-agree"
          command={agree}
          input={({ conditionsVersion }: { readonly conditionsVersion?: number }) => ({
            partyLoanId,
            version,
            body: conditionsVersion === undefined ? {} : { conditionsVersion },
          })}
          submit={t('partyLoan.agree')}
          refused={t('partyLoan.notDecided')}
          actions={<Button onClick={() => setIsDeclining(true)}>{t('partyLoan.decline')}</Button>}
        >
          {resource.data !== undefined && <AcceptConditions resource={resource.data} />}
        </CommandForm>
      )}
    </section>
  );
}

interface DeclineProps {
  readonly asked: PartyLoan;
  readonly onCancel: () => void;
}

function Decline({ asked: { id: partyLoanId, version }, onCancel }: DeclineProps) {
  const { t } = useTranslation();
  const decline = useCommand('partyLoan', 'post', '/party-loans/{partyLoanId}/decline');
  return (
    <CommandForm
      name="party-loan-decline"
      command={decline}
      input={({ reason }: { readonly reason: string }) => ({
        partyLoanId,
        version,
        body: { reason: reason.trim() },
      })}
      submit={t('partyLoan.decline')}
      refused={t('partyLoan.notDecided')}
      onCancel={onCancel}
    >
      <Form.Item
        name="reason"
        label={t('partyLoan.declineReason')}
        rules={[{ required: true, whitespace: true, message: t('partyLoan.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
