import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { useBy } from '../ledger/use-by.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import type { Closure } from './closure.model.js';

/** One proposal with the balances that are left or were moved. */
export function ClosureCard({ closure }: { readonly closure: Closure }) {
  const { t } = useTranslation();
  const by = useBy();
  const { party, successor, state, remainders, reason, entryId, decidedAt } = closure;
  return (
    <article className="card" aria-label={party.name}>
      <h3>
        {party.name}{' '}
        <span className={`tag ${tagOf[state]}`}>{t(`strictLedger.closure.states.${state}`)}</span>
      </h3>
      <dl className="facts money-facts">
        <dt>{t('strictLedger.closure.successor')}</dt>
        <dd>{successor?.name ?? t('strictLedger.closure.noSuccessor')}</dd>
        <dt>{t('strictLedger.closure.remainder')}</dt>
        <dd>
          {remainders.length === 0 && t('strictLedger.closure.nothing')}
          {remainders.map(({ incomeKind, balance }) => (
            <div key={incomeKind}>
              {t(`money.fund.${incomeKind}`)} <SignedAmount amount={balance} />
            </div>
          ))}
        </dd>
        <dt>{t('strictLedger.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('strictLedger.closure.proposed')}</dt>
        <dd>{by(closure.proposedBy, closure.proposedByName, closure.proposedAt)}</dd>
        {decidedAt !== null && (
          <>
            <dt>{t(`strictLedger.closure.states.${state}`)}</dt>
            <dd>{by(closure.decidedBy, closure.decidedByName, decidedAt)}</dd>
          </>
        )}
      </dl>
      {entryId !== null && (
        <p>
          <Link to={`/ledger/entries/${entryId}`}>{t('strictLedger.closure.entry')}</Link>
        </p>
      )}
      {state === 'proposed' && <Decide closure={closure} />}
    </article>
  );
}

const tagOf = { proposed: 'is-proposed', closed: 'is-settled', withdrawn: 'is-reversed' } as const;

function Decide({ closure }: { readonly closure: Closure }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const { data: me } = useMe();
  const approve = useCommand('accountClosure', 'post', '/account-closures/{closureId}/approve');
  const withdraw = useCommand('accountClosure', 'post', '/account-closures/{closureId}/withdraw');
  const seen = { closureId: closure.id, version: closure.version };
  const error = approve.error ?? withdraw.error;
  const isPending = approve.isPending || withdraw.isPending;
  const party = closure.party.name;
  const successor = closure.successor?.name ?? t('strictLedger.closure.noSuccessor');
  const isOwn = closure.proposedBy === me?.personId;
  return (
    <>
      {error !== null && <Refusal title={t('strictLedger.refused')} error={error} />}
      <div className="actions">
        {holds('approver') && !isOwn && (
          <ConfirmButton
            type="primary"
            danger
            loading={isPending}
            question={t('strictLedger.closure.approveQuestion', { party, successor })}
            confirmText={t('strictLedger.closure.approve')}
            onConfirm={() => approve.mutate(seen)}
          >
            {t('strictLedger.closure.approveOf', { party })}
          </ConfirmButton>
        )}
        {holds('finance', 'officer') && (
          <ConfirmButton
            loading={isPending}
            question={t('strictLedger.closure.withdrawQuestion', { party })}
            confirmText={t('strictLedger.closure.withdraw')}
            onConfirm={() => withdraw.mutate(seen)}
          >
            {t('strictLedger.closure.withdrawOf', { party })}
          </ConfirmButton>
        )}
      </div>
    </>
  );
}
