import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../shell/lazy-part.js';
import { useReaches } from '../organising/use-may-manage.js';
import { useOffices } from '../session/use-offices.js';
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
      <p role="status">{t(`subsidy.given.nextIs.${state}`)}</p>
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
        text={t('subsidy.given.accept')}
        question={t('subsidy.given.acceptQuestion')}
      />
      <details>
        <summary>{t('subsidy.given.decline')}</summary>
        <WithWords
          act={useDeclineSubsidy(id)}
          field="reason"
          label={t('subsidy.given.declineReason')}
          text={t('subsidy.given.decline')}
          question={t('subsidy.given.declineQuestion')}
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
  const send = useSendSubsidy(id);
  const receive = useReceiveSubsidy(id);
  if (sentAt === null)
    return isGiver ? (
      <WithWords
        act={send}
        field="bankReference"
        label={t('subsidy.given.bankReference')}
        text={t('subsidy.given.send')}
      />
    ) : null;
  return isReceiver ? (
    <Asked
      act={receive}
      version={version}
      text={t('subsidy.given.receive')}
      question={t('subsidy.given.receiveQuestion')}
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
        text={t('subsidy.report.accept')}
        question={t('subsidy.report.acceptQuestion')}
      />
      <WithWords
        act={useReturnReport(id)}
        field="reason"
        label={t('subsidy.report.returnReason')}
        text={t('subsidy.report.return')}
      />
    </>
  );
}

function Claim({ subsidy: { id } }: ActsProps) {
  const { t } = useTranslation();
  return (
    <WithWords
      act={useClawBack(id)}
      field="reason"
      label={t('subsidy.given.clawBackReason')}
      text={t('subsidy.given.clawBack')}
      question={t('subsidy.given.clawBackQuestion')}
    />
  );
}
