import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { MemberName } from '../../../session/member-name.js';
import { type Matter, mayDo } from './matter.model.js';
import {
  dayOfWhat,
  isWrittenAgain,
  type MatterStep,
  type OutsideDecision,
  outsideState,
  type StepKind,
  type StepMark,
  stepNow,
  stepsShown,
  stepTone,
  type StepWords,
} from './step.model.js';

const StepForm = lazyPart('StepForm', () => import('./step-form.js'), {
  rows: 3,
  texts: ['matterStep', 'household'],
});
const TakeBack = lazyPart('TakeBack', () => import('./take-back.js'), { rows: 2 });
const LookAgain = lazyPart('LookAgain', () => import('./look-again.js'), { rows: 2, texts: ['matterStep'] });

/** The steps on the way to a decision; whoever deals with the matter writes in the one that comes next. */
export function MatterSteps({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { state, mine } = matter;
  const steps = stepsShown(state, matter.steps);
  if (steps.length === 0) return null;
  const now = mayDo(matter, 'writeStep') ? stepNow(steps) : undefined;
  const hasSpoken = now?.kind === 'statements' && !now.writable;
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('matterStep.title')}</h2>
      {mine && <p className="hint">{t('matterStep.hintForPerson')}</p>}
      <StepList steps={steps} matter={matter} />
      {hasSpoken && (
        <p className="hint">
          {t(mayDo(matter, 'addColleague') ? 'matterStep.spoken.handler' : 'matterStep.spoken.colleague')}
        </p>
      )}
      {now?.writable && <StepForm key={`${now.id} ${now.marks.length}`} matter={matter} step={now} />}
    </section>
  );
}

/** How far each step is, and what was written in it. @param matter of whoever may take something back */
export function StepList({
  steps,
  matter,
}: {
  readonly steps: readonly MatterStep[];
  readonly matter?: Matter;
}) {
  const { t } = useTranslation();
  return (
    <ol className="matter-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <StepHead step={step} />
          {step.outside !== null && <Outside outside={step.outside} />}
          {step.marks.map((mark) => (
            <Mark key={mark.id} mark={mark} kind={step.kind} {...(matter === undefined ? {} : { matter })} />
          ))}
          {step.parts.length > 0 && <Reward parts={step.parts} />}
          {matter !== undefined && step.kind === 'remedies' && mayDo(matter, 'writeStep') && (
            <LookAgain matter={matter} step={step} />
          )}
          {matter !== undefined && isWrittenAgain(step) && mayDo(matter, 'writeStep') && (
            <details key={step.marks.length}>
              <summary>{t('matterStep.again', { label: step.label })}</summary>
              <StepForm matter={matter} step={step} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepHead({ step }: { readonly step: MatterStep }) {
  const { t } = useTranslation();
  const { kind, label, help, progress, overdue } = step;
  // What failed to get a plan of its own has joined the one that the household has.
  const said = kind === 'householdPlan' && progress === 'failed' ? 'joined' : progress;
  return (
    <>
      <p>
        <strong>{label}</strong>{' '}
        <span className={`tag ${said === 'joined' ? 'is-kind' : stepTone(progress)}`}>
          {t(`matterStep.progress.${said}`)}
        </span>
        {overdue && <span className="tag is-cancelled">{t('matterStep.overdue')}</span>}
      </p>
      {help !== null && progress !== 'passed' && <p className="hint">{help}</p>}
      <StepTimes step={step} />
    </>
  );
}

/** What lacks, and until when. */
function StepTimes({ step: { kind, progress, until, dueAt, lacking } }: { readonly step: MatterStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = countedKinds.find((one) => one === kind);
  const untilText = kind === 'publicNotice' ? 'matterStep.noticeUntil' : 'matterStep.remedyUntil';
  return (
    <>
      {lacking !== null && lacking > 0 && counted !== undefined && (
        <p className="hint">{t(`matterStep.lacking.${counted}`, { count: lacking })}</p>
      )}
      {until !== null && progress === 'running' && (
        <p className="hint">{t(untilText, { day: format.date(until) })}</p>
      )}
      {dueAt !== null && <p className="hint">{t('matterStep.dueAt', { time: format.instant(dueAt) })}</p>}
    </>
  );
}

/** Of which it is said how many lack. */
const countedKinds = ['statements', 'signatures', 'opinions', 'remedies'] as const;

interface MarkProps {
  readonly mark: StepMark;
  readonly kind: StepKind;
}

function Mark({ mark, kind, matter }: MarkProps & { readonly matter?: Matter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words, by, byName, at, removable, waits, confirmedByName } = mark;
  return (
    <div className="matter-mark">
      <p className="hint">
        {byName !== null && (
          <>
            <MemberName personId={by} mask={byName} />
            {t('common.separator')}
          </>
        )}
        {format.instant(at)}
      </p>
      {waits && <p className="tag is-closing">{t('matterStep.amendmentWaits')}</p>}
      <MarkFacts mark={mark} kind={kind} />
      {confirmedByName !== null && <p>{t('matterStep.amendmentBy', { name: confirmedByName })}</p>}
      {words.text && <p className="prose">{words.text}</p>}
      {matter !== undefined && removable && mayDo(matter, 'writeStep') && (
        <details>
          <summary>{t('matterStep.takeBack')}</summary>
          <TakeBack matter={matter} markId={mark.id} />
        </details>
      )}
    </div>
  );
}

function MarkFacts({ mark: { words }, kind }: MarkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const onWhat = dayOfWhat(kind, words);
  const { body, on, signed, benefit, number, amount } = words;
  return (
    <>
      <PlanFacts words={words} />
      {body && <p>{body}</p>}
      {number && <p>{t('matterStep.numberIs', { number })}</p>}
      <Verdict words={words} kind={kind} />
      {signed && <p>{t('matterStep.signedBy', { names: signed.join(t('matter.comma')) })}</p>}
      <Ballot words={words} />
      {on && onWhat && <p>{t(`matterStep.on.${onWhat}`, { day: format.date(on) })}</p>}
      {benefit && <p>{t('matterStep.benefitIs', { amount: format.money(benefit) })}</p>}
      {amount && <p>{t('matterStep.amountIs', { amount: format.money(amount) })}</p>}
    </>
  );
}

/** Of each version of a plan, why there is a new one, and who answers for it. */
function PlanFacts({ words: { reason, responsible, helper } }: { readonly words: StepWords }) {
  const { t } = useTranslation();
  return (
    <>
      {reason && <p>{t('matterStep.amendedAs', { reason })}</p>}
      {responsible && helper && <p>{t('matterStep.inCharge', { responsible, helper })}</p>}
    </>
  );
}

function Verdict({ words, kind }: { readonly words: StepWords; readonly kind: StepKind }) {
  const { t } = useTranslation();
  const { agrees } = words;
  if (agrees === undefined || agrees === null) return null;
  if (kind === 'hardshipKind') return <HardshipVerdict words={words} />;
  const [yes, no] = verdictsOf(words);
  return <p>{t(`matterStep.${agrees ? yes : no}`)}</p>;
}

/** By which row of the table a household was judged, as it was on its day. */
function HardshipVerdict({ words: { hardshipLabel, income, incomeMax } }: { readonly words: StepWords }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!hardshipLabel || !income) return <p>{t('matterStep.hardship.isNone')}</p>;
  const limit = incomeMax ? [t('matterStep.hardship.limitIs', { amount: format.money(incomeMax) })] : [];
  return (
    <>
      <p>
        <strong>{t('matterStep.hardship.is', { label: hardshipLabel })}</strong>
      </p>
      <p>
        {[t('matterStep.hardship.incomeIs', { amount: format.money(income) }), ...limit].join(
          t('common.separator'),
        )}
      </p>
    </>
  );
}

/** What is found is looked at again, and the decision of another body alone has a number. */
function verdictsOf({ found, number }: StepWords) {
  if (found) return ['mended', 'notMended'] as const;
  return number ? (['granted', 'notGranted'] as const) : (['yes', 'no'] as const);
}

/** Where the papers are: for whoever brought the matter too, who sees nothing else of what is written in a step. */
function Outside({ outside }: { readonly outside: OutsideDecision }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { body, forwardedOn, receipt, decidedOn, reference, amount } = outside;
  const state = outsideState(outside);
  return (
    <>
      {forwardedOn !== null && (
        <p>{t('matterStep.outside.forwarded', { body, day: format.date(forwardedOn), number: receipt })}</p>
      )}
      <p>
        <strong>
          {t(`matterStep.outside.${state}`, { body, amount: amount === null ? '' : format.money(amount) })}
        </strong>
      </p>
      {decidedOn !== null && (
        <p className="hint">
          {t('matterStep.outside.reference', { day: format.date(decidedOn), number: reference })}
        </p>
      )}
    </>
  );
}

function Ballot({ words: { entitled, present, yes, no, voteId } }: { readonly words: StepWords }) {
  const { t } = useTranslation();
  if (!entitled) return null;
  const counts = { entitled, present: present ?? 0, yes: yes ?? 0, no: no ?? 0 };
  return (
    <p>
      {t('matterStep.ballotResult', counts)}
      {voteId && (
        <>
          {' '}
          <Link to={`/votes/${voteId}`}>{t('matterStep.voteLink')}</Link>
        </>
      )}
    </p>
  );
}

function Reward({ parts }: { readonly parts: MatterStep['parts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p>
      {t('matterStep.reward')}{' '}
      {parts.map(({ label, amount }) => `${label} ${format.money(amount)}`).join(t('matter.comma'))}
    </p>
  );
}
