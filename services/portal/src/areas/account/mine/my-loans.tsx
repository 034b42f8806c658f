import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnList } from '../../../kit/own-list.js';

type Loan = components['schemas']['LoanView'];

/** What the reader has borrowed or asked to borrow. */
export function MyLoans() {
  const { t } = useTranslation();
  const loans = useList('loan', '/me/loans', {});
  return (
    <OwnList id="my-loans" title={t('mine.loans')} list={loans} empty={{ text: t('mine.noLoans') }}>
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map((loan) => (
            <LoanLine key={loan.id} loan={loan} />
          ))}
        </ul>
      )}
    </OwnList>
  );
}

function LoanLine({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className="mine-head">
        <Link to={`/loans/${loan.id}`}>{loan.resourceTitle}</Link>
        <span className={loan.overdue ? 'tag is-cancelled' : 'tag'}>
          {t(loan.overdue ? 'mine.loanOverdue' : `mine.loanState.${loan.state}`)}
        </span>
      </div>
      <p>{loan.purpose}</p>
      <p>{format.period(loan.startsAt, loan.endsAt)}</p>
      {loan.state === 'requested' && loan.decideBy !== null && (
        <p className="hint">{t('mine.loanDecideBy', { time: format.instant(loan.decideBy) })}</p>
      )}
      {loan.reason !== null && <p className="hint">{t('mine.loanReason', { reason: loan.reason })}</p>}
    </li>
  );
}
