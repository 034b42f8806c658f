import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { AssignDues, AssignedDues } from './bank-line-dues.js';
import type { BankLine, BankSuggestion } from './bank-statement.model.js';

interface LineProps {
  readonly statementId: string;
  readonly unionId: string;
  readonly line: BankLine;
}

/** One line of the bank, with the transfer that it confirmed or may be. */
export function BankLineCard({ statementId, unionId, line }: LineProps) {
  const { t } = useTranslation();
  const { date, money } = useFormat();
  const counterparty = line.counterparty === '' ? t('settling.bank.noCounterparty') : line.counterparty;
  const title = t('settling.bank.line', { date: date(line.bookedOn), counterparty });
  return (
    <article className="card" aria-label={title}>
      <div className="bank-line-head">
        <h2>{title}</h2>
        <span className="big-figure">
          {t(`settling.bank.directions.${line.direction}`)} {money(line.amount)}
        </span>
      </div>
      <dl className="facts money-facts">
        {line.summary !== '' && (
          <>
            <dt>{t('settling.bank.summary')}</dt>
            <dd>{line.summary}</dd>
          </>
        )}
        {line.serial !== null && (
          <>
            <dt>{t('settling.bank.serial')}</dt>
            <dd>{line.serial}</dd>
          </>
        )}
      </dl>
      {line.dues !== null && (
        <AssignedDues statementId={statementId} unionId={unionId} line={line} dues={line.dues} />
      )}
      {line.dues === null && line.paymentId === null && (
        <>
          <Suggestions statementId={statementId} line={line} />
          <AssignDues statementId={statementId} unionId={unionId} line={line} />
        </>
      )}
      {line.paymentId !== null && (
        <p>
          {t('settling.bank.used')}{' '}
          <Link to={`/payments/${line.paymentId}`} className="cell-link">
            {t('settling.bank.toPayment')}
          </Link>
        </p>
      )}
    </article>
  );
}

function Suggestions({ statementId, line }: Omit<LineProps, 'unionId'>) {
  const { t } = useTranslation();
  // A reference of dues says what the line is.
  if (line.suggestions.length === 0 && line.duesReference !== null) return null;
  if (line.suggestions.length === 0) return <p className="hint">{t('settling.bank.none')}</p>;
  return (
    <ul className="plain-list">
      {line.suggestions.map((suggestion) => (
        <li key={suggestion.paymentId} className="bank-suggestion">
          <Suggestion statementId={statementId} line={line} suggestion={suggestion} />
        </li>
      ))}
    </ul>
  );
}

interface SuggestionProps extends Omit<LineProps, 'unionId'> {
  readonly suggestion: BankSuggestion;
}

function Suggestion({ statementId, line, suggestion }: SuggestionProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const confirm = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/confirm-line');
  const refresh = useRefresh('bankStatement');
  const { paymentId, score, reasons } = suggestion;
  const what = { act: t(`settling.bank.acts.${suggestion.confirms}`), party: suggestion.counterparty.name };
  return (
    <>
      <p>
        <strong>{t('settling.bank.suggestion', what)}</strong>{' '}
        <span className="tag">{t('settling.bank.score', { score })}</span>
      </p>
      <p className="hint">{reasons.join(' · ')}</p>
      <p>
        <Link to={`/payments/${paymentId}`} className="cell-link">
          {t('settling.bank.toPayment')}
        </Link>
      </p>
      {confirm.isError && <Refusal title={t('settling.bank.confirmRefused')} error={confirm.error} />}
      {suggestion.mayConfirm ? (
        <ConfirmButton
          type="primary"
          loading={confirm.isPending}
          question={t('settling.bank.confirmQuestion', { ...what, amount: money(line.amount) })}
          confirmText={t('settling.bank.confirm')}
          onConfirm={() =>
            confirm.mutate(
              { bankStatementId: statementId, body: { number: line.number, paymentId } },
              { onError: refresh },
            )
          }
        >
          {t('settling.bank.confirmLabel', what)}
        </ConfirmButton>
      ) : (
        <p className="hint">{t('settling.bank.mayNot')}</p>
      )}
    </>
  );
}
