import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { LoanActs } from './loan-acts.js';
import type { Loan, Role } from './loan.js';

interface LoanCardProps {
  readonly loan: Loan;
  readonly role: Role;
}

/** A loan in the list: what, when, for whom, until when to decide, and what can be done. */
export function LoanCard({ loan, role }: LoanCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sides = { isOwner: role === 'owner', isBorrower: role === 'borrower' };
  return (
    <article className="card loan-card">
      <div className="line-head">
        <h3>
          <Link to={`/loans/${loan.id}`} className="text-link">
            {loan.resourceTitle}
          </Link>
        </h3>
        <LoanTag loan={loan} />
      </div>
      <dl className="facts">
        <dt>{t('loan.time')}</dt>
        <dd>{format.period(loan.startsAt, loan.endsAt)}</dd>
        <dt>{t(role === 'owner' ? 'loan.borrower' : 'loan.owner')}</dt>
        <dd>{role === 'owner' ? loan.borrowerUnionName : loan.ownerUnionName}</dd>
        <dt>{t('loan.purpose')}</dt>
        <dd>{loan.purpose}</dd>
        {loan.decideBy !== null && (
          <>
            <dt>{t('loan.decideBy')}</dt>
            <dd>{format.instant(loan.decideBy)}</dd>
          </>
        )}
        {loan.reason !== null && (
          <>
            <dt>{t('loan.reason')}</dt>
            <dd>{loan.reason}</dd>
          </>
        )}
      </dl>
      <LoanActs loan={loan} sides={sides} />
    </article>
  );
}

const tones = {
  requested: 'is-closing',
  approved: 'is-published',
  handedOver: 'is-kind',
  returned: '',
  refused: 'is-cancelled',
  cancelled: 'is-cancelled',
} as const;

export function LoanTag({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  if (loan.overdue) return <span className="tag is-cancelled">{t('loan.overdue')}</span>;
  return <span className={`tag ${tones[loan.state]}`}>{t(`loan.state.${loan.state}`)}</span>;
}
