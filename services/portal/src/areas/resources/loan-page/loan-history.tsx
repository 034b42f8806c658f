import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { useMe } from '../../../session/use-session.js';
import type { Event } from '../handover/handover.js';
import type { Loan, Step } from '../loan/loan.js';

/** The events of a loan, past and to come. */
export function LoanHistory({ loan, events }: { readonly loan: Loan; readonly events: readonly Event[] }) {
  const { t } = useTranslation();
  return (
    <details className="card detail-history">
      <summary>{t('loan.history')}</summary>
      <ol className="plain-list loan-history">
        {events.map((event) => (
          <li key={keyOf(event)} className={event.isComing ? 'is-coming' : undefined}>
            {event.kind === 'step' ? <HistoryStep loan={loan} step={event} /> : <OtherEvent event={event} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function keyOf(event: Event): string {
  if (event.kind === 'step') return event.name;
  if (event.kind === 'handover') return event.handover.id;
  return event.kind === 'damage' ? event.damage.id : event.extension.id;
}

/** A handover, a damage, or a request to extend. */
function OtherEvent({ event }: { readonly event: Exclude<Event, { readonly kind: 'step' }> }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <>
      <p>
        {event.kind === 'handover' && (
          <>
            <strong>{t(`handover.${event.handover.direction}`)}</strong>{' '}
            {t(`handover.state.${event.handover.state}`)}
          </>
        )}
        {event.kind === 'damage' && (
          <>
            <strong>{t('damage.title')}</strong> {t(`damage.state.${event.damage.state}`)}
          </>
        )}
        {event.kind === 'extension' && (
          <>
            <strong>{t('extension.until', { at: instant(event.extension.endsAt) })}</strong>{' '}
            {t(`extension.state.${event.extension.state}`)}
          </>
        )}
      </p>
      <p className="hint">{instant(event.at)}</p>
    </>
  );
}

function HistoryStep({ loan, step }: { readonly loan: Loan; readonly step: Step }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const tellsWhy = ['refused', 'cancelled'].includes(step.name) && loan.reason !== null;
  return (
    <>
      <p>
        <strong>{t(`loan.step.${step.name}`)}</strong>
        {step.name === 'requested' && <Requester loan={loan} />}
        {step.by !== undefined && ` ${t('loan.bySide', { side: step.by })}`}
      </p>
      {step.at !== null && <p className="hint">{instant(step.at)}</p>}
      {tellsWhy && <p>{t('loan.because', { reason: loan.reason ?? '' })}</p>}
      {step.name === 'expired' && <p>{t('loan.expiredHint')}</p>}
    </>
  );
}

/** What stands for a name of which no letter is shown. */
const unnamed = '*';

/** A loan names who asked for it by id alone: officers of their union and colleagues read the name, and all others nothing. */
function Requester({ loan: { requestedBy } }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const isOwn = requestedBy === me?.personId;
  const name = useMemberName(isOwn ? null : requestedBy, unnamed);
  if (isOwn) return ` ${t('loan.byYou')}`;
  return name === unnamed ? null : ` ${name}`;
}
