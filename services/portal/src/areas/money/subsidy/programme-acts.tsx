import { useTranslation } from 'react-i18next';
import { useOffices } from '../../../session/use-offices.js';
import { Asked, WithWords } from './acts.js';
import type { Programme } from './use-subsidies.js';
import {
  useApproveProgramme,
  useCancelProgramme,
  useOpenProgramme,
  useReopenProgramme,
  useStopProgramme,
} from './use-subsidy-acts.js';

/** What the giver does with a programme next. */
export function ProgrammeActs({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const { state, closesAt } = programme;
  const isStanding = !closesAt;
  if (state === 'cancelled' || (state === 'closed' && !isStanding)) return null;
  const verb = verbOf(state, isStanding);
  const manages = holds('officer', 'finance');
  return (
    <section className="card subsidy-acts" aria-labelledby="programme-acts">
      <h2 id="programme-acts">{t('subsidy.next')}</h2>
      <p role="status">{t(`subsidy.programme.nextIs.${state}`)}</p>
      {holds('approver') && verb === 'approve' && <Approve programme={programme} />}
      {manages && <Managed programme={programme} verb={verb} />}
      {manages && state !== 'closed' && <Cancel programme={programme} />}
    </section>
  );
}

type Verb = 'open' | 'stop' | 'approve' | 'reopen' | 'none';

/** What leads on from a state; a call with an end stops by itself, and is done once. */
function verbOf(state: Programme['state'], isStanding: boolean): Verb {
  if (state === 'draft') return 'open';
  if (state === 'deciding') return 'approve';
  if (!isStanding) return 'none';
  if (state === 'open') return 'stop';
  return state === 'closed' ? 'reopen' : 'none';
}

function Managed({ programme, verb }: ActProps & { readonly verb: Verb }) {
  if (verb === 'open') return <Open programme={programme} />;
  if (verb === 'stop') return <Stop programme={programme} />;
  return verb === 'reopen' ? <Reopen programme={programme} /> : null;
}

interface ActProps {
  readonly programme: Programme;
}

function Open({ programme: { id, version } }: ActProps) {
  const { t } = useTranslation();
  const text = t('subsidy.programme.open');
  const question = t('subsidy.programme.openQuestion');
  return <Asked act={useOpenProgramme(id)} version={version} text={text} question={question} />;
}

function Stop({ programme: { id, version } }: ActProps) {
  const { t } = useTranslation();
  const text = t('subsidy.programme.stop');
  const question = t('subsidy.programme.stopQuestion');
  return <Asked act={useStopProgramme(id)} version={version} text={text} question={question} />;
}

function Approve({ programme: { id, version } }: ActProps) {
  const { t } = useTranslation();
  const text = t('subsidy.programme.approve');
  const question = t('subsidy.programme.approveQuestion');
  return <Asked act={useApproveProgramme(id)} version={version} text={text} question={question} />;
}

function Reopen({ programme: { id, version } }: ActProps) {
  const { t } = useTranslation();
  const text = t('subsidy.programme.reopen');
  const question = t('subsidy.programme.reopenQuestion');
  return <Asked act={useReopenProgramme(id)} version={version} text={text} question={question} />;
}

function Cancel({ programme: { id, version } }: ActProps) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('subsidy.programme.cancel')}</summary>
      <WithWords
        act={useCancelProgramme(id, version)}
        field="reason"
        label={t('subsidy.programme.cancelReason')}
        text={t('subsidy.programme.cancel')}
        question={t('subsidy.programme.cancelQuestion')}
      />
    </details>
  );
}
