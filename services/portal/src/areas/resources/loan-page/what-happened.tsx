import '../../../kit/styles/handover.css';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { DamageSection } from '../handover/damage-section.js';
import { ExtensionSection } from '../handover/extension-section.js';
import { HandoverLine } from '../handover/handover-line.js';
import { type Counted, type Handovers, timelineOf } from '../handover/handover.js';
import { NewHandover } from '../handover/new-handover.js';
import { LoanActs } from '../loan/loan-acts.js';
import type { Act, Loan, Sides } from '../loan/loan.js';
import { LoanHistory } from './loan-history.js';

interface WhatHappenedProps {
  readonly loan: Loan;
  readonly sides: Sides;
  /** How the thing is counted. */
  readonly counting: Counted['counting'];
}

/** Acts that the page offers elsewhere: in the part of hand-overs, and behind the menu. */
const elsewhere: readonly Act[] = ['handOver', 'giveBack', 'extend', 'cancel'];

/** All that happened to a loan, from whose hand to whose, and what can be done now. */
export function WhatHappened({ loan, sides, counting }: WhatHappenedProps) {
  const { t } = useTranslation();
  const handovers = useRead('loan', '/loans/{loanId}/handovers', { loanId: loan.id });
  const damages = useRead('loan', '/loans/{loanId}/damages', { loanId: loan.id });
  const extensions = useRead('loan', '/loans/{loanId}/extension-requests', { loanId: loan.id });
  const failed = [handovers, damages, extensions].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!handovers.data || !damages.data || !extensions.data) return <LoadingState rows={8} />;
  const of = {
    handovers: handovers.data.items,
    damages: damages.data.items,
    extensions: extensions.data.items,
  };
  return (
    <div className="loan-acts">
      {sides.isOwner && loan.state === 'requested' && (
        <section className="card" aria-labelledby="decide-title">
          <h2 id="decide-title">{t('loan.decide')}</h2>
          <LoanActs loan={loan} sides={sides} without={elsewhere} />
        </section>
      )}
      <HandoverSection loan={loan} sides={sides} counting={counting} handovers={handovers.data} />
      <DamageSection
        damages={of.damages}
        unionId={sides.isBorrower ? loan.borrowerUnionId : loan.ownerUnionId}
      />
      <ExtensionSection
        loan={loan}
        extensions={of.extensions}
        mayDecide={extensions.data.mayDecide}
        isBorrower={sides.isBorrower && sides.isForParty !== true}
      />
      <LoanHistory loan={loan} events={timelineOf(loan, of)} />
    </div>
  );
}

function HandoverSection({
  loan,
  sides,
  counting,
  handovers,
}: WhatHappenedProps & { readonly handovers: Handovers }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const isOver = ['requested', 'refused', 'cancelled'].includes(loan.state);
  if (isOver && handovers.items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="handover-title">
      <h2 id="handover-title">{t('handover.title')}</h2>
      {handovers.items.length === 0 && <p className="hint">{t('handover.none')}</p>}
      <ul className="plain-list">
        {handovers.items.map((handover) => (
          <li key={handover.id}>
            <HandoverLine handover={handover} isClosed={loan.closedAt !== null} />
          </li>
        ))}
      </ul>
      {handovers.outNow > 1 && <p>{t('handover.outNow', { count: handovers.outNow })}</p>}
      <NewHandover loan={loan} sides={sides} handovers={handovers} counting={counting} />
      {loan.state === 'returned' && (
        <p className="hint">
          {loan.closedAt === null
            ? t('handover.notClosed')
            : t('handover.closed', { at: instant(loan.closedAt) })}
        </p>
      )}
    </section>
  );
}
