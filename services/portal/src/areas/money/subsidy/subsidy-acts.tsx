import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { Asked, WithWords } from './acts.js';
import type { Subsidy } from './subsidy.model.js';

const ReportForm = lazyPart('ReportForm', () => import('./report-form.js'), { rows: 6 });

interface ActsProps {
  readonly subsidy: Subsidy;
}

/** The next steps of the giver and of the receiver. */
export function SubsidyActs({ subsidy }: ActsProps) {
  const { t } = useTranslation();
  const { state, giverUnionId, receiverUnionId } = subsidy;
  const isGiver = useReaches(giverUnionId, ['officer', 'finance', 'approver']);
  const isReceiver = useReaches(receiverUnionId, ['officer', 'finance']);
  if (state === 'closed' || state === 'declined' || !(isGiver || isReceiver)) return null;
  return (
    <section className="card subsidy-acts" aria-labelledby="subsidy-acts">
      <h2 id="subsidy-acts">{t('subsidy.next')}</h2>
      <p role="status">{t(`subsidyGiven.nextIs.${state}`)}</p>
      {state === 'accepted' && <Transfer subsidy={subsidy} isGiver={isGiver} isReceiver={isReceiver} />}
      {isReceiver && <ReceiverActs subsidy={subsidy} />}
      {isGiver && <GiverActs subsidy={subsidy} />}
    </section>
  );
}

function ReceiverActs({ subsidy }: ActsProps) {
  if (subsidy.state === 'offered') return <Offered subsidy={subsidy} />;
  return subsidy.state === 'active' ? <ReportForm subsidy={subsidy} /> : null;
}

function GiverActs({ subsidy }: ActsProps) {
  const { holds } = useOffices();
  const { state, overdue } = subsidy;
  const mayClaim = holds('approver') && (state === 'accounted' || overdue);
  return (
    <>
      {state === 'reported' && <Review subsidy={subsidy} />}
      {mayClaim && <Claim subsidy={subsidy} />}
    </>
  );
}

function seenOf({ id, version }: Subsidy) {
  return { subsidyId: id, version };
}

function Offered({ subsidy }: ActsProps) {
  const { t } = useTranslation();
  const accept = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/accept');
  const decline = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/decline');
  return (
    <>
      <Asked
        act={accept}
        input={seenOf(subsidy)}
        text={t('subsidyGiven.accept')}
        question={t('subsidyGiven.acceptQuestion')}
      />
      <details>
        <summary>{t('subsidyGiven.decline')}</summary>
        <WithWords
          act={decline}
          input={(reason) => ({ ...seenOf(subsidy), body: { reason } })}
          field="reason"
          label={t('subsidyGiven.declineReason')}
          text={t('subsidyGiven.decline')}
          question={t('subsidyGiven.declineQuestion')}
        />
      </details>
    </>
  );
}

interface TransferProps extends ActsProps {
  readonly isGiver: boolean;
  readonly isReceiver: boolean;
}

function Transfer({ subsidy, isGiver, isReceiver }: TransferProps) {
  const { t } = useTranslation();
  const send = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/confirm-sent');
  const receive = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/confirm-received');
  if (subsidy.sentAt === null)
    return isGiver ? (
      <WithWords
        act={send}
        input={(bankReference) => ({ ...seenOf(subsidy), body: { bankReference } })}
        field="bankReference"
        label={t('subsidyGiven.bankReference')}
        text={t('subsidyGiven.send')}
      />
    ) : null;
  return isReceiver ? (
    <Asked
      act={receive}
      input={seenOf(subsidy)}
      text={t('subsidyGiven.receive')}
      question={t('subsidyGiven.receiveQuestion')}
    />
  ) : null;
}

function Review({ subsidy }: ActsProps) {
  const { t } = useTranslation();
  const accept = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/accept-report');
  const returnReport = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/return-report');
  return (
    <>
      <Asked
        act={accept}
        input={seenOf(subsidy)}
        text={t('subsidyReport.accept')}
        question={t('subsidyReport.acceptQuestion')}
      />
      <WithWords
        act={returnReport}
        input={(reason) => ({ ...seenOf(subsidy), body: { reason } })}
        field="reason"
        label={t('subsidyReport.returnReason')}
        text={t('subsidyReport.return')}
      />
    </>
  );
}

function Claim({ subsidy }: ActsProps) {
  const { t } = useTranslation();
  const clawBack = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/claw-back');
  return (
    <WithWords
      act={clawBack}
      input={(reason) => ({ ...seenOf(subsidy), body: { reason } })}
      field="reason"
      label={t('subsidyGiven.clawBackReason')}
      text={t('subsidyGiven.clawBack')}
      question={t('subsidyGiven.clawBackQuestion')}
    />
  );
}
