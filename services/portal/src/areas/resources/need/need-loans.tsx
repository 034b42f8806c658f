import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Need } from './need-form.js';

function useLoansOf(need: Need) {
  const { data } = useRead('loan', '/loans', { role: 'borrower', need: need.id });
  return data?.items ?? [];
}

/** The loans that were asked for because of a need, each with where it stands. */
export function NeedLoans({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const format = useFormat();
  const loans = useLoansOf(need);
  if (loans.length === 0) return null;
  const isServed = loans.some(({ state }) => state === 'approved' || state === 'handedOver');
  return (
    <section className="card" aria-labelledby="need-loans-title">
      <h2 id="need-loans-title">{t('need.loans')}</h2>
      <ul className="plain-list rows">
        {loans.map((loan) => (
          <li key={loan.id}>
            <Link to={`/loans/${loan.id}`} className="text-link">
              {loan.resourceTitle}
            </Link>{' '}
            <span className={`tag is-${loan.state}`}>{t(`loan.state.${loan.state}`)}</span>{' '}
            {format.period(loan.startsAt, loan.endsAt)}
          </li>
        ))}
      </ul>
      {isServed && need.state === 'open' && <p>{t('need.solvedBy')}</p>}
    </section>
  );
}

/** What was sought is found: nothing more is matched. */
export function SolveButton({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const edit = useCommand('need', 'patch', '/needs/{needId}', { onStale: 'refuse' });
  const isServed = useLoansOf(need).some(({ state }) => state === 'approved' || state === 'handedOver');
  return (
    <>
      <ConfirmButton
        type={isServed ? 'primary' : 'default'}
        loading={edit.isPending}
        question={t('need.solveQuestion')}
        confirmText={t('need.solve')}
        onConfirm={() => edit.mutate({ needId: need.id, version: need.version, body: { state: 'answered' } })}
      >
        {t('need.solve')}
      </ConfirmButton>
      {edit.isError && <Refusal title={t('need.notSaved')} error={edit.error} />}
    </>
  );
}
