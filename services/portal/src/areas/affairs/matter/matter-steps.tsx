import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { type Matter, mayDo, reasonCharactersMax } from './matter.model.js';
import { type MatterStep, type StepMark, stepNow, stepTone } from './step.model.js';
import { LookAgain, StepForm } from './step-form.js';

/** The steps on the way to a decision; whoever deals with the matter writes in the one that comes next. */
export function MatterSteps({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { steps, mine } = matter;
  if (steps.length === 0) return null;
  const now = mayDo(matter, 'writeStep') ? stepNow(steps) : undefined;
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('matterStep.title')}</h2>
      {mine && <p className="hint">{t('matterStep.hintForPerson')}</p>}
      <StepList steps={steps} matter={matter} />
      {now !== undefined && <StepForm key={`${now.id} ${now.marks.length}`} matter={matter} step={now} />}
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
  return (
    <ol className="matter-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <StepHead step={step} />
          {step.marks.map((mark) => (
            <Mark key={mark.id} mark={mark} {...(matter === undefined ? {} : { matter })} />
          ))}
          {step.parts.length > 0 && <Reward parts={step.parts} />}
          {matter !== undefined && step.kind === 'remedies' && mayDo(matter, 'writeStep') && (
            <LookAgain matter={matter} step={step} />
          )}
        </li>
      ))}
    </ol>
  );
}

function StepHead({ step }: { readonly step: MatterStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, label, help, progress, until, dueAt, overdue, lacking } = step;
  const isCounted =
    kind === 'statements' || kind === 'signatures' || kind === 'opinions' || kind === 'remedies';
  return (
    <>
      <p>
        <strong>{label}</strong>{' '}
        <span className={`tag ${stepTone(progress)}`}>{t(`matterStep.progress.${progress}`)}</span>
        {overdue && <span className="tag is-cancelled">{t('matterStep.overdue')}</span>}
      </p>
      {help !== null && progress !== 'passed' && <p className="hint">{help}</p>}
      {lacking !== null && lacking > 0 && isCounted && (
        <p className="hint">{t(`matterStep.lacking.${kind}`, { count: lacking })}</p>
      )}
      {until !== null && progress === 'running' && (
        <p className="hint">
          {t(kind === 'publicNotice' ? 'matterStep.noticeUntil' : 'matterStep.remedyUntil', {
            day: format.date(until),
          })}
        </p>
      )}
      {dueAt !== null && <p className="hint">{t('matterStep.dueAt', { time: format.instant(dueAt) })}</p>}
    </>
  );
}

function Mark({ mark, matter }: { readonly mark: StepMark; readonly matter?: Matter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words, byName, at, removable } = mark;
  return (
    <div className="matter-mark">
      <p className="hint">
        {[byName, format.instant(at)].filter((one) => one !== null).join(t('common.separator'))}
      </p>
      <MarkFacts mark={mark} />
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

function MarkFacts({ mark: { words } }: { readonly mark: StepMark }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agrees, body, on, signed, benefit, found } = words;
  const isSaid = agrees !== undefined && agrees !== null;
  const verdict = found ? (agrees ? 'mended' : 'notMended') : agrees ? 'yes' : 'no';
  const isNotice = on && words.text && !found;
  return (
    <>
      {body && <p>{body}</p>}
      {isSaid && <p>{t(`matterStep.${verdict}`)}</p>}
      {signed && <p>{t('matterStep.signedBy', { names: signed.join(t('matter.comma')) })}</p>}
      {words.entitled !== undefined && words.entitled !== null && (
        <p>
          {t('matterStep.ballotResult', {
            entitled: words.entitled,
            present: words.present ?? 0,
            yes: words.yes ?? 0,
            no: words.no ?? 0,
          })}
        </p>
      )}
      {isNotice && <p>{format.date(on)}</p>}
      {benefit && <p>{t('matterStep.benefitIs', { amount: format.money(benefit) })}</p>}
    </>
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

function TakeBack({ matter, markId }: { readonly matter: Matter; readonly markId: string }) {
  const { t } = useTranslation();
  const takeBack = useCommand('matter', 'post', '/matters/{matterId}/step-marks/{markId}/take-back');
  return (
    <CommandForm
      command={takeBack}
      input={({ reason }: { readonly reason: string }) => ({
        matterId: matter.id,
        markId,
        version: matter.version,
        body: { reason: reason.trim() },
      })}
      submit={t('matterStep.takeBack')}
      refused={t('matterStep.takeBackRefused')}
      secondary
    >
      <Form.Item
        name="reason"
        label={t('matterStep.takeBackReason')}
        rules={[{ required: true, whitespace: true, message: t('matterStep.textRequired') }]}
      >
        <Input maxLength={reasonCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
