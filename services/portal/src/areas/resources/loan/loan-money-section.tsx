import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';

type Money = components['schemas']['LoanMoneyView'];

/** The ledger posts a moment after a loan has changed. */
const freshMs = 10_000;

interface LoanMoneySectionProps {
  readonly loanId: string;
  /** The union on whose statement the lines stand; null where the reader may see none. */
  readonly unionId: string | null;
}

/** The amounts that were held, retained, released and charged for a loan, in words. */
export function LoanMoneySection({ loanId, unionId }: LoanMoneySectionProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    ...readOf('loan', '/loans/{loanId}/money', { loanId }),
    refetchInterval: ({ state }) => (state.error === null ? freshMs : false),
    retry: false,
  });
  // A person who may not read the ledger sees no section at all.
  if (isMissing(error)) return null;
  return (
    <section className="card" aria-labelledby="loan-money-title">
      <h2 id="loan-money-title">{t('loanMoney.title')}</h2>
      {isPending && <LoadingState rows={2} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Lines money={data} unionId={unionId} />}
      <p className="hint">{t('loanMoney.rule')}</p>
    </section>
  );
}

function Lines({ money, unionId }: { readonly money: Money; readonly unionId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { held, owed, lines } = money;
  if (lines.length === 0) return <p>{t('loanMoney.none')}</p>;
  return (
    <>
      {held.amount !== '0' && (
        <p>
          <strong>{t('loanMoney.held', { amount: format.money(held) })}</strong>
        </p>
      )}
      {owed.amount !== '0' && <p>{t('loanMoney.owed', { amount: format.money(owed) })}</p>}
      <ul className="plain-list lines" aria-label={t('loanMoney.lines')}>
        {lines.map(({ entryId, kind, postedOn, amount, reversed }) => (
          <li key={entryId} className="line-head">
            <span>
              {t(`loanMoney.line.${kind}`, { amount: format.money(amount) })}{' '}
              {reversed && <span className="tag">{t('loanMoney.reversed')}</span>}
            </span>
            <span>{format.date(postedOn)}</span>
          </li>
        ))}
      </ul>
      {unionId !== null && (
        <p>
          <Link to={statementOf(lines, unionId)} className="text-link">
            {t('loanMoney.toStatement')}
          </Link>
        </p>
      )}
    </>
  );
}

/** From the first day on which something was posted to the last; of the lines, the earliest comes first. */
function statementOf(lines: Money['lines'], union: string): string {
  const from = lines[0]?.postedOn ?? '';
  const to = lines.at(-1)?.postedOn ?? '';
  return `/statements?${new URLSearchParams({ union, from, to }).toString()}`;
}
