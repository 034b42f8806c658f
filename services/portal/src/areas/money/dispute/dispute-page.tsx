import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { less } from '../ledger/amount.model.js';
import { Balance } from '../ledger/balance.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { Acts } from './acts.js';
import type { Dispute } from './dispute.model.js';
import { StateTag } from './dispute-list-page.js';
import { Talk } from './talk.js';

export function DisputePage() {
  const { disputeId = '' } = useParams();
  const dispute = useRead('dispute', '/disputes/{disputeId}', { disputeId });
  return <Loaded query={dispute}>{(found) => <OneDispute key={found.id} dispute={found} />}</Loaded>;
}

interface OneProps {
  readonly dispute: Dispute;
}

function OneDispute({ dispute }: OneProps) {
  const { t } = useTranslation();
  return (
    <DetailPage
      title={t('dispute.pageTitle', { title: dispute.title })}
      back="/disputes"
      state={<StateTag dispute={dispute} />}
      aside={<Acts dispute={dispute} />}
      judged={<Talk dispute={dispute} />}
    >
      <Facts dispute={dispute} />
      <Consequence dispute={dispute} />
    </DetailPage>
  );
}

function Facts({ dispute }: OneProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  const { party, reason, openedAt, openedBy, openedByName, talkUntil, decidedAt } = dispute;
  const name = nameOf(openedBy, openedByName) ?? t('money.nameUnknown');
  return (
    <dl className="card facts money-facts">
      <dt>{t('dispute.party')}</dt>
      <dd>{party.name}</dd>
      <dt>{t('dispute.reason')}</dt>
      <dd className="prose">{reason ?? t('dispute.silent')}</dd>
      <dt>{t('dispute.openedAt')}</dt>
      <dd>
        {reason === null ? instant(openedAt) : t('dispute.openedBy', { time: instant(openedAt), name })}
      </dd>
      <About dispute={dispute} />
      <dt>{t('dispute.talkUntil')}</dt>
      <dd>{instant(talkUntil)}</dd>
      <dt>{t('dispute.decidedAt')}</dt>
      <dd>{decidedAt.name}</dd>
      <End dispute={dispute} />
    </dl>
  );
}

/** What an open dispute freezes, and what can be done after an upheld one. */
function Consequence({ dispute: { state, item } }: OneProps) {
  const { t } = useTranslation();
  if (state === 'upheld') return <p className="hint">{t('dispute.upheldHint')}</p>;
  if (state !== 'open') return null;
  return <p className="hint">{t(item === null ? 'dispute.frozenShare' : 'dispute.frozenItem')}</p>;
}

/** The disputed share, and the bill if the dispute is about one. */
function About({ dispute: { item, confirmationId, costPoolId, owes, owed } }: OneProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <>
      {item !== null && (
        <>
          <dt>{t('dispute.item')}</dt>
          <dd>{t('dispute.itemText', { title: item.title, amount: money(item.amount) })}</dd>
        </>
      )}
      <dt>{t('dispute.share')}</dt>
      <dd className="fact-links">
        <Balance amount={less(owed, owes)} />
        <Link to={`/confirmations/${confirmationId}`}>{t('dispute.shareLink')}</Link>
        {costPoolId !== null && <Link to={`/cost-pools/${costPoolId}`}>{t('confirmation.poolLink')}</Link>}
      </dd>
    </>
  );
}

function End({ dispute: { endedBy, endedByName, endedAt, endReason, reversalId } }: OneProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  if (endedAt === null) return null;
  const name = nameOf(endedBy, endedByName) ?? t('money.nameUnknown');
  return (
    <>
      <dt>{t('dispute.ended')}</dt>
      <dd>{t('dispute.endedBy', { name, time: instant(endedAt) })}</dd>
      {endReason !== null && (
        <>
          <dt>{t('dispute.endReason')}</dt>
          <dd className="prose">{endReason}</dd>
        </>
      )}
      {reversalId !== null && (
        <>
          <dt>{t('dispute.reversal')}</dt>
          <dd className="fact-links">
            <Link to={`/ledger/entries/${reversalId}`}>{t('dispute.reversalLink')}</Link>
          </dd>
        </>
      )}
    </>
  );
}
