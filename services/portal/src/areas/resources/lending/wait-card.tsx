import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Wait } from './lending.model.js';

/** The wanted time, the place in the waitlist, and what stands in the way. */
export function WaitFacts({ wait }: { readonly wait: Wait }) {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const window = period(wait.windowFrom, wait.windowTo);
  const { state, place, hindrance, offeredFrom, offeredTo, offerExpiresAt } = wait;
  const isOffered = state === 'offered' && offeredFrom !== null && offeredTo !== null;
  return (
    <>
      <p>{t('lending.wait.wanted', { window, minutes: wait.durationMinutes })}</p>
      {wait.quantity > 1 && <p>{t('lending.quantity', { count: wait.quantity })}</p>}
      <p className="hint">{wait.purpose}</p>
      {place !== null && <p>{t('lending.wait.place', { place })}</p>}
      {state === 'waiting' && hindrance !== null && <p>{t(`lending.wait.hindrance.${hindrance}`)}</p>}
      {isOffered && (
        <p>
          <strong>
            {t('lending.wait.offer', {
              time: period(offeredFrom, offeredTo),
              until: instant(offerExpiresAt ?? offeredFrom),
            })}
          </strong>
        </p>
      )}
    </>
  );
}

/** One of my waits, and what can be done with it. */
export function WaitCard({ wait }: { readonly wait: Wait }) {
  const { t } = useTranslation();
  const { state, loanId } = wait;
  return (
    <li>
      <div className="mine-head">
        <Link to={`/resources/${wait.resourceId}`}>{wait.resourceTitle}</Link>
        <span className={state === 'offered' ? 'tag is-published' : 'tag'}>
          {t(`lending.wait.state.${state}`)}
        </span>
      </div>
      <WaitFacts wait={wait} />
      {loanId !== null && (
        <p>
          <Link to={`/loans/${loanId}`} className="text-link">
            {t('lending.wait.toLoan')}
          </Link>
        </p>
      )}
      {(state === 'waiting' || state === 'offered') && <WaitActs wait={wait} />}
    </li>
  );
}

function WaitActs({ wait }: { readonly wait: Wait }) {
  const { t } = useTranslation();
  const accept = useCommand('loanWait', 'post', '/loan-waits/{waitId}/accept');
  const withdraw = useCommand('loanWait', 'post', '/loan-waits/{waitId}/withdraw');
  const waitId = wait.id;
  const send = (step: typeof accept): void => {
    // The refusal of the other act is not shown any longer.
    [accept, withdraw].forEach(({ reset }) => reset());
    step.mutate({ waitId });
  };
  const failed = [accept, withdraw].find(({ isError }) => isError);
  const isOffered = wait.state === 'offered';
  return (
    <>
      <div className="actions">
        {isOffered && (
          <ConfirmButton
            type="primary"
            loading={accept.isPending}
            question={t('lending.wait.acceptQuestion')}
            confirmText={t('lending.wait.accept')}
            onConfirm={() => send(accept)}
          >
            {t('lending.wait.accept')}
          </ConfirmButton>
        )}
        <ConfirmButton
          loading={withdraw.isPending}
          question={t('lending.wait.withdrawQuestion')}
          confirmText={t(isOffered ? 'lending.wait.decline' : 'lending.wait.withdraw')}
          onConfirm={() => send(withdraw)}
        >
          {t(isOffered ? 'lending.wait.decline' : 'lending.wait.withdraw')}
        </ConfirmButton>
      </div>
      {failed !== undefined && <Refusal title={t('lending.wait.actRefused')} error={failed.error} />}
    </>
  );
}
