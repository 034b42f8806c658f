import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useOffices } from '../../../session/use-offices.js';
import { Asked, WithWords } from './acts.js';
import type { Programme } from './subsidy.model.js';

/** The next steps of the giver. */
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

/** The act that leads on from a state; a call with a closing date stops by itself, and happens once. */
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

function seenOf({ id, version }: Programme) {
  return { programmeId: id, version };
}

function Open({ programme }: ActProps) {
  const { t } = useTranslation();
  const open = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/open');
  const text = t('subsidy.programme.open');
  const question = t('subsidy.programme.openQuestion');
  return <Asked act={open} input={seenOf(programme)} text={text} question={question} />;
}

function Stop({ programme }: ActProps) {
  const { t } = useTranslation();
  const stop = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/stop');
  const text = t('subsidy.programme.stop');
  const question = t('subsidy.programme.stopQuestion');
  return <Asked act={stop} input={seenOf(programme)} text={text} question={question} />;
}

function Approve({ programme }: ActProps) {
  const { t } = useTranslation();
  const approve = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/approve');
  const text = t('subsidy.programme.approve');
  const question = t('subsidy.programme.approveQuestion');
  return <Asked act={approve} input={seenOf(programme)} text={text} question={question} />;
}

function Reopen({ programme }: ActProps) {
  const { t } = useTranslation();
  const reopen = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/reopen');
  const text = t('subsidy.programme.reopen');
  const question = t('subsidy.programme.reopenQuestion');
  return <Asked act={reopen} input={seenOf(programme)} text={text} question={question} />;
}

function Cancel({ programme }: ActProps) {
  const { t } = useTranslation();
  const cancel = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/cancel');
  return (
    <details>
      <summary>{t('subsidy.programme.cancel')}</summary>
      <WithWords
        act={cancel}
        input={(reason) => ({ ...seenOf(programme), body: { reason } })}
        field="reason"
        label={t('subsidy.programme.cancelReason')}
        text={t('subsidy.programme.cancel')}
        question={t('subsidy.programme.cancelQuestion')}
      />
    </details>
  );
}
