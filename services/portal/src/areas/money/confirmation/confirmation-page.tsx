import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { AnswerSection } from './answer-section.js';
import type { Confirmation } from './confirmation.model.js';

export function ConfirmationPage() {
  const { confirmationId = '' } = useParams();
  const confirmation = useRead('confirmation', '/confirmations/{confirmationId}', { confirmationId });
  return (
    <Loaded query={confirmation}>{(found) => <OneConfirmation key={found.id} confirmation={found} />}</Loaded>
  );
}

interface OneProps {
  readonly confirmation: Confirmation;
}

function OneConfirmation({ confirmation }: OneProps) {
  const { t } = useTranslation();
  const { party, title } = confirmation;
  return (
    <>
      <PageHead title={t('confirmation.pageTitle', { party: party.name, title })} back="/confirmations" />
      <Facts confirmation={confirmation} />
      {confirmation.costPoolId !== null && <Share confirmation={confirmation} />}
      <Debts confirmation={confirmation} />
      <AnswerSection confirmation={confirmation} />
    </>
  );
}

function Facts({ confirmation }: OneProps) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const { state, kind, owes, owed, askedAt, confirmBy, silence } = confirmation;
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.state')}</dt>
      <dd>
        <span className={`tag is-${state}`}>{t(`confirmation.states.${state}`)}</span>
      </dd>
      <dt>{t('confirmation.kind')}</dt>
      <dd>{t(`confirmation.kinds.${kind}`)}</dd>
      <dt>{t('confirmation.owes')}</dt>
      <dd>{money(owes)}</dd>
      <dt>{t('confirmation.owed')}</dt>
      <dd>{money(owed)}</dd>
      <dt>{t('confirmation.askedAt')}</dt>
      <dd>{instant(askedAt)}</dd>
      <dt>{t('confirmation.confirmBy')}</dt>
      <dd>{instant(confirmBy)}</dd>
      <dt>{t('confirmation.silence')}</dt>
      <dd>{t(`confirmation.silenceIs.${silence}`)}</dd>
      <Answer confirmation={confirmation} />
      <dt>{t('confirmation.entry')}</dt>
      <dd className="fact-links">
        {confirmation.entryId === null ? (
          <span>{t('confirmation.notPosted')}</span>
        ) : (
          <Link to={`/ledger/entries/${confirmation.entryId}`}>{t('confirmation.entryLink')}</Link>
        )}
        {confirmation.costPoolId !== null && (
          <Link to={`/cost-pools/${confirmation.costPoolId}`}>{t('confirmation.poolLink')}</Link>
        )}
        {confirmation.disputeId !== null && (
          <Link to={`/disputes/${confirmation.disputeId}`}>{t('app.page.disputes')}</Link>
        )}
      </dd>
    </dl>
  );
}

/** The answer, with its person and time. */
function Answer({ confirmation }: OneProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  const { way, state, answeredBy, answeredByName, answeredAt } = confirmation;
  if (way === null || answeredAt === null) return null;
  const name = nameOf(answeredBy, answeredByName) ?? t('money.nameUnknown');
  return (
    <>
      <dt>{t('confirmation.answered')}</dt>
      <dd>{t(`confirmation.ways.${wayOf(way, state)}`, { name, time: instant(answeredAt) })}</dd>
    </>
  );
}

/** Of a shared bill, silence is a no. */
function wayOf(way: NonNullable<Confirmation['way']>, state: Confirmation['state']) {
  return way === 'silence' && state === 'lapsed' ? 'unanswered' : way;
}

/** The computation of the amount, in the platform's words. */
function Share({ confirmation: { share, paid } }: OneProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <section className="card" aria-labelledby="share-title">
      <h2 id="share-title">{t('confirmation.share')}</h2>
      {share === null && <p>{t('confirmation.noShare')}</p>}
      {share !== null && (
        <>
          <p>
            <strong>{t('confirmation.shareOf', { amount: money(share.amount) })}</strong>
            {share.headcount !== null && (
              <span className="hint"> {t('confirmation.heads', { count: share.headcount })}</span>
            )}
          </p>
          <ol>
            {share.trace.map((step, place) => (
              <li key={`${place}.${step}`}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {paid !== null && <p>{t('confirmation.paid', { amount: money(paid) })}</p>}
    </section>
  );
}

function Debts({ confirmation: { debts } }: OneProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Confirmation['debts'][number]>[] = [
    { key: 'from', title: t('confirmation.from'), cell: ({ from }) => from.name },
    { key: 'to', title: t('confirmation.to'), cell: ({ to }) => to.name },
    { key: 'amount', title: t('confirmation.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
  ];
  return (
    <section className="card" aria-labelledby="debts-title">
      <h2 id="debts-title">{t('confirmation.debts')}</h2>
      <DataTable
        caption={t('confirmation.debtsCaption')}
        columns={columns}
        rows={debts}
        rowKey={(debt) => String(debts.indexOf(debt))}
      />
    </section>
  );
}
