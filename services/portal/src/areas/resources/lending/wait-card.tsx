import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useWaitStep, type Wait } from './use-lending.js';

/** What is waited for, the place in line, and what would have to happen. */
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

/** One of my waits, with what can be done about it. */
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
  const step = useWaitStep(wait.id);
  const isOffered = wait.state === 'offered';
  return (
    <>
      <div className="actions">
        {isOffered && (
          <ConfirmButton
            type="primary"
            loading={step.isPending}
            question={t('lending.wait.acceptQuestion')}
            confirmText={t('lending.wait.accept')}
            onConfirm={() => step.mutate('accept')}
          >
            {t('lending.wait.accept')}
          </ConfirmButton>
        )}
        <ConfirmButton
          loading={step.isPending}
          question={t('lending.wait.withdrawQuestion')}
          confirmText={t(isOffered ? 'lending.wait.decline' : 'lending.wait.withdraw')}
          onConfirm={() => step.mutate('withdraw')}
        >
          {t(isOffered ? 'lending.wait.decline' : 'lending.wait.withdraw')}
        </ConfirmButton>
      </div>
      {step.isError && <Refusal title={t('lending.wait.actRefused')} error={step.error} />}
    </>
  );
}
