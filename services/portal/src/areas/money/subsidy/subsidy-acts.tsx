import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { Asked, WithWords } from './acts.js';
import type { Subsidy } from './use-subsidies.js';
import {
  useAcceptReport,
  useAcceptSubsidy,
  useClawBack,
  useDeclineSubsidy,
  useReceiveSubsidy,
  useReturnReport,
  useSendSubsidy,
} from './use-subsidy-acts.js';

const ReportForm = lazyPart('ReportForm', () => import('./report-form.js'), { rows: 6 });

interface ActsProps {
  readonly subsidy: Subsidy;
}

/** What comes next, for whichever side it is. */
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

function Offered({ subsidy: { id, version } }: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Asked
        act={useAcceptSubsidy(id)}
        version={version}
        text={t('subsidyGiven.accept')}
        question={t('subsidyGiven.acceptQuestion')}
      />
      <details>
        <summary>{t('subsidyGiven.decline')}</summary>
        <WithWords
          act={useDeclineSubsidy(id, version)}
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

function Transfer({ subsidy: { id, version, sentAt }, isGiver, isReceiver }: TransferProps) {
  const { t } = useTranslation();
  const send = useSendSubsidy(id, version);
  const receive = useReceiveSubsidy(id);
  if (sentAt === null)
    return isGiver ? (
      <WithWords
        act={send}
        field="bankReference"
        label={t('subsidyGiven.bankReference')}
        text={t('subsidyGiven.send')}
      />
    ) : null;
  return isReceiver ? (
    <Asked
      act={receive}
      version={version}
      text={t('subsidyGiven.receive')}
      question={t('subsidyGiven.receiveQuestion')}
    />
  ) : null;
}

function Review({ subsidy: { id, version } }: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Asked
        act={useAcceptReport(id)}
        version={version}
        text={t('subsidyReport.accept')}
        question={t('subsidyReport.acceptQuestion')}
      />
      <WithWords
        act={useReturnReport(id, version)}
        field="reason"
        label={t('subsidyReport.returnReason')}
        text={t('subsidyReport.return')}
      />
    </>
  );
}

function Claim({ subsidy: { id, version } }: ActsProps) {
  const { t } = useTranslation();
  return (
    <WithWords
      act={useClawBack(id, version)}
      field="reason"
      label={t('subsidyGiven.clawBackReason')}
      text={t('subsidyGiven.clawBack')}
      question={t('subsidyGiven.clawBackQuestion')}
    />
  );
}
