import '../../../kit/styles/loan.css';
import '../../../kit/styles/check-in-code.css';
import '../../../kit/styles/handover.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ListPage } from '../../../kit/list-page.js';
import { QrCode } from '../../../kit/qr-code.js';
import { LoanTag } from '../loan/loan-card.js';
import type { Loan } from '../loan/loan.js';
import { codeOf } from './handover.js';

/** My loans, each with the code that the keeper of the resource scans. */
export function MyLoanListPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      title={t('mineLoans.title')}
      back="/loans"
      intro={<p className="hint">{t('mineLoans.codeHint')}</p>}
      list={useList('loan', '/me/loans', {})}
      empty={{ text: t('mineLoans.none') }}
    >
      {(items) => (
        <ul className="plain-list desk-list">
          {items.map((loan) => (
            <li key={loan.id}>
              <MyLoan loan={loan} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function MyLoan({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isShown, setIsShown] = useState(false);
  const isRunning = loan.state === 'approved' || loan.state === 'handedOver';
  return (
    <article className="card">
      <div className="line-head">
        <h3>
          <Link to={`/loans/${loan.id}`} className="text-link">
            {loan.resourceTitle}
          </Link>
        </h3>
        <LoanTag loan={loan} />
      </div>
      <p>{format.period(loan.startsAt, loan.endsAt)}</p>
      <p className="hint">{loan.ownerUnionName}</p>
      {isRunning && (
        <Button size="large" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'mineLoans.hideCode' : 'mineLoans.showCode')}
        </Button>
      )}
      {isRunning && isShown && (
        <div className="loan-code">
          <QrCode
            text={codeOf(loan.id, location.origin)}
            label={t('mineLoans.code', { title: loan.resourceTitle })}
          />
          <p>
            <code>{loan.id}</code>
          </p>
        </div>
      )}
    </article>
  );
}
