import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { type Matter, textCharactersMax } from './matter.model.js';
import { type MatterStep, namesOf, type StepKind, type StepWords, toLookAt } from './step.model.js';

const votersMax = 100_000;

/** The fields, named as in the request so that a refusal finds its field. */
interface StepFields {
  readonly text?: string;
  readonly agrees?: 'yes' | 'no';
  readonly on?: string;
  readonly adults?: string;
  readonly signed?: string;
  readonly entitled?: string;
  readonly present?: string;
  readonly yes?: string;
  readonly no?: string;
  readonly body?: string;
  readonly benefit?: string;
}

interface StepFormProps {
  readonly matter: Matter;
  readonly step: MatterStep;
}

/** Writes in a step: which fields there are depends on its kind. */
export function StepForm({ matter, step }: StepFormProps) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  const { kind } = step;
  const isTextOptional = kind === 'signatures' || kind === 'ballot' || kind === 'opinions';
  // Once a notice stands there is nothing to write until it is over.
  if (kind === 'publicNotice' && step.marks.length > 0) return null;
  return (
    <section className="matter-step-form" aria-label={step.label}>
      <h3>{step.label}</h3>
      <CommandForm
        command={write}
        input={(fields: StepFields) => ({
          matterId: matter.id,
          stepId: step.id,
          version: matter.version,
          body: wordsOf(kind, fields),
        })}
        submit={t(`matterStep.write.${kind}`)}
        refused={t('matterStep.refused')}
        {...(kind === 'publicNotice'
          ? {
              confirm: { question: t('matterStep.noticeQuestion'), text: t('matterStep.write.publicNotice') },
            }
          : {})}
        draft={`step.${matter.id}.${step.id}`}
        secondary
      >
        <KindFields step={step} />
        <Form.Item
          name="text"
          label={t(`matterStep.text.${kind}`)}
          {...(isTextOptional
            ? {}
            : { rules: [{ required: true, whitespace: true, message: t('matterStep.textRequired') }] })}
        >
          <TextArea rows={3} maxLength={textCharactersMax} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function wordsOf(kind: StepKind, fields: StepFields): StepWords {
  const text = fields.text?.trim() || null;
  const agrees = fields.agrees === undefined ? null : fields.agrees === 'yes';
  const number = (typed: string | undefined): number | null => wholeNumberOf(typed ?? '', 0, votersMax);
  switch (kind) {
    case 'statements':
      return { text, agrees };
    case 'publicNotice':
    case 'remedies':
      return { text, on: fields.on || null };
    case 'signatures':
      return { text, adults: number(fields.adults), signed: namesOf(fields.signed ?? '') };
    case 'ballot':
      return {
        text,
        entitled: number(fields.entitled),
        present: number(fields.present),
        yes: number(fields.yes),
        no: number(fields.no),
      };
    case 'opinions':
      return { text, agrees, body: fields.body ?? null };
    case 'reward':
      return { text, benefit: { amount: fenOf(fields.benefit ?? '') ?? '', currency: 'CNY' } };
    case 'record':
      return { text };
  }
}

function KindFields({ step }: { readonly step: MatterStep }): ReactNode {
  const { t } = useTranslation();
  switch (step.kind) {
    case 'statements':
      return <Verdict yes={t('matterStep.yes')} no={t('matterStep.no')} />;
    case 'publicNotice':
      return <Day label={t('matterStep.noticeFrom')} />;
    case 'remedies':
      return <Day label={t('matterStep.remedyBy')} />;
    case 'signatures':
      return <Signatures isAsked={step.isAsked} />;
    case 'ballot':
      return <Ballot />;
    case 'opinions':
      return (
        <>
          <Bodies step={step} />
          <Verdict yes={t('matterStep.yes')} no={t('matterStep.no')} />
        </>
      );
    case 'reward':
      return (
        <Form.Item
          name="benefit"
          label={t('matterStep.benefit')}
          rules={[{ required: true, message: t('matterStep.numberRequired') }]}
        >
          <MoneyInput />
        </Form.Item>
      );
    case 'record':
      return null;
  }
}

function Verdict({ yes, no }: { readonly yes: string; readonly no: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="agrees"
      label={t('matterStep.agrees')}
      rules={[{ required: true, message: t('matterStep.agreesRequired') }]}
    >
      <Choice<string>
        options={[
          { value: '', label: t('common.choose') },
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    </Form.Item>
  );
}

function Day({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="on" label={label} rules={[{ required: true, message: t('matterStep.dayRequired') }]}>
      <DateInput />
    </Form.Item>
  );
}

function Signatures({ isAsked }: { readonly isAsked: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {!isAsked && <Figure name="adults" label={t('matterStep.adults')} min={1} max={30} />}
      <Form.Item
        name="signed"
        label={t('matterStep.signed')}
        rules={[{ required: true, whitespace: true, message: t('matterStep.signedRequired') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Ballot() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Figure name="entitled" label={t('matterStep.entitled')} min={1} />
      <Figure name="present" label={t('matterStep.present')} />
      <Figure name="yes" label={t('matterStep.votesYes')} />
      <Figure name="no" label={t('matterStep.votesNo')} />
    </div>
  );
}

interface FigureProps {
  readonly name: keyof StepFields;
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
}

function Figure({ name, label, min = 0, max = votersMax }: FigureProps) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[wholeNumberRule(min, max, t('matterStep.numberRequired'))]}>
      <Input inputMode="numeric" maxLength={6} autoComplete="off" />
    </Form.Item>
  );
}

function Bodies({ step }: { readonly step: MatterStep }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="body"
      label={t('matterStep.body')}
      rules={[{ required: true, message: t('matterStep.bodyRequired') }]}
    >
      <Choice<string>
        options={[
          { value: '', label: t('common.choose') },
          ...step.bodies.map((body) => ({ value: body, label: body })),
        ]}
      />
    </Form.Item>
  );
}

/** Looks again at what was found, one after another. */
export function LookAgain({ matter, step }: StepFormProps) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  const [next] = toLookAt(step.marks);
  if (next === undefined) return null;
  return (
    <details className="matter-step-form" open>
      <summary>
        {t('matterStep.lookAgain')} {next.words.text}
      </summary>
      <CommandForm
        key={next.id}
        command={write}
        input={({ text, agrees }: StepFields) => ({
          matterId: matter.id,
          stepId: step.id,
          version: matter.version,
          body: { found: next.id, text: text?.trim() || null, agrees: agrees === 'yes' },
        })}
        submit={t('matterStep.lookAgain')}
        refused={t('matterStep.lookRefused')}
        secondary
      >
        <Verdict yes={t('matterStep.mended')} no={t('matterStep.notMended')} />
        <Form.Item
          name="text"
          label={t('matterStep.lookAgainText')}
          rules={[{ required: true, whitespace: true, message: t('matterStep.textRequired') }]}
        >
          <TextArea rows={2} maxLength={textCharactersMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
