import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { HardshipKindFields } from './hardship-kind-fields.js';
import { InCharge } from './in-charge.js';
import { type Matter, textCharactersMax } from './matter.model.js';
import { type MatterStep, namesOf, type StepKind, type StepWords } from './step.model.js';

const votersMax = 100_000;

/** The fields, named as in the request so that a refusal finds its field. */
export interface StepFields {
  readonly text?: string;
  readonly agrees?: 'yes' | 'no';
  readonly on?: string;
  readonly adults?: string;
  readonly signed?: string;
  readonly entitled?: string;
  readonly present?: string;
  readonly yes?: string;
  readonly no?: string;
  /** The secret vote whose counts these are; then none are typed. */
  readonly voteId?: string;
  readonly body?: string;
  readonly benefit?: string;
  readonly number?: string;
  readonly amount?: string;
  readonly responsible?: string;
  readonly helper?: string;
  readonly hardshipKindId?: string;
  readonly income?: string;
}

export interface StepFormProps {
  readonly matter: Matter;
  readonly step: MatterStep;
}

/** Writes in a step: which fields there are depends on its kind. */
export function StepForm({ matter, step }: StepFormProps) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  const { kind } = step;
  const asked = askedNow(step);
  const isTextOptional = textOptional.includes(asked);
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
        submit={t(`matterStep.write.${asked}`)}
        refused={t('matterStep.refused')}
        {...(kind === 'publicNotice'
          ? {
              confirm: { question: t('matterStep.noticeQuestion'), text: t('matterStep.write.publicNotice') },
            }
          : {})}
        draft={`step.${matter.id}.${step.id}`}
        name={`step-${step.id}`}
        secondary
      >
        <KindFields matter={matter} step={step} />
        <Form.Item
          name="text"
          label={t(`matterStep.text.${asked}`)}
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

type Asked = StepKind | 'forwarded';

const textOptional: readonly Asked[] = ['signatures', 'ballot', 'opinions', 'forwarded'];

/** Of papers that another body decides on, first that they were forwarded is entered, then the decision. */
function askedNow({ kind, marks }: MatterStep): Asked {
  return kind === 'outsideDecision' && marks.length === 0 ? 'forwarded' : kind;
}

function wordsOf(kind: StepKind, fields: StepFields): StepWords {
  return { text: fields.text?.trim() || null, ...wordsOfKind[kind](fields) };
}

const noWords = (): StepWords => ({});
const dayOf = ({ on }: StepFields): StepWords => ({ on: on || null });
const verdictOf = ({ agrees }: StepFields): StepWords => ({
  agrees: agrees === undefined ? null : agrees === 'yes',
});
const moneyOf = (typed = '') => ({ amount: fenOf(typed) ?? '', currency: 'CNY' as const });
const number = (typed = ''): number | null => wholeNumberOf(typed, 0, votersMax);

const wordsOfKind: Readonly<Record<StepKind, (fields: StepFields) => StepWords>> = {
  record: noWords,
  statements: verdictOf,
  publicNotice: dayOf,
  remedies: dayOf,
  signatures: ({ adults, signed }) => ({ adults: number(adults), signed: namesOf(signed ?? '') }),
  ballot: ({ voteId, entitled, present, yes, no }) =>
    voteId
      ? { voteId }
      : {
          entitled: number(entitled),
          present: number(present),
          yes: number(yes),
          no: number(no),
        },
  opinions: (fields) => ({ ...verdictOf(fields), body: fields.body ?? null }),
  reward: ({ benefit }) => ({ benefit: moneyOf(benefit) }),
  outsideDecision: (fields) => ({
    ...dayOf(fields),
    ...verdictOf(fields),
    number: fields.number?.trim() || null,
    amount: fields.agrees === 'yes' && fields.amount ? moneyOf(fields.amount) : null,
  }),
  hardshipKind: (fields) => ({
    ...verdictOf(fields),
    ...(fields.agrees === 'yes'
      ? { hardshipKindId: fields.hardshipKindId || null, income: moneyOf(fields.income) }
      : {}),
  }),
  householdPlan: ({ responsible, helper }) => ({
    responsible: responsible?.trim() || null,
    helper: helper?.trim() || null,
  }),
};

function KindFields({ matter, step }: StepFormProps): ReactNode {
  const { t } = useTranslation();
  const verdict = <Verdict yes={t('matterStep.yes')} no={t('matterStep.no')} />;
  const fields: Readonly<Record<StepKind, ReactNode>> = {
    record: null,
    statements: verdict,
    publicNotice: <Day label={t('matterStep.noticeFrom')} />,
    remedies: <Day label={t('matterStep.remedyBy')} />,
    signatures: <Signatures isAsked={step.isAsked} />,
    ballot: <Ballot matter={matter} />,
    opinions: (
      <>
        <Bodies step={step} />
        {verdict}
      </>
    ),
    reward: <Benefit />,
    outsideDecision: askedNow(step) === 'forwarded' ? <Forwarded /> : <OutsideDecision />,
    hardshipKind: <HardshipKindFields sentAt={matter.sentAt} />,
    householdPlan: <InCharge />,
  };
  return fields[step.kind];
}

function Forwarded() {
  const { t } = useTranslation();
  return (
    <>
      <Day label={t('matterStep.forwardedOn')} />
      <PaperNumber label={t('matterStep.receiptNumber')} />
    </>
  );
}

/** The amount is asked for only once it is granted: what is refused has none. */
function OutsideDecision() {
  const { t } = useTranslation();
  const agrees = Form.useWatch<StepFields['agrees']>('agrees');
  return (
    <>
      <Day label={t('matterStep.decidedOn')} />
      <Verdict yes={t('matterStep.granted')} no={t('matterStep.notGranted')} />
      <PaperNumber label={t('matterStep.referenceNumber')} />
      {agrees === 'yes' && (
        <Form.Item name="amount" label={t('matterStep.grantedAmount')}>
          <MoneyInput />
        </Form.Item>
      )}
    </>
  );
}

function PaperNumber({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="number"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('matterStep.paperNumberRequired') }]}
    >
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
  );
}

function Benefit() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="benefit"
      label={t('matterStep.benefit')}
      rules={[{ required: true, message: t('matterStep.numberRequired') }]}
    >
      <MoneyInput />
    </Form.Item>
  );
}

export function Verdict({ yes, no }: { readonly yes: string; readonly no: string }) {
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

/** The counts of a secret vote of the union are taken from it; of a show of hands they are typed. */
function Ballot({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { items = [] } = useList('vote', '/votes', { state: 'closed' });
  const voteId = Form.useWatch<StepFields['voteId']>('voteId');
  const motions = items.filter(
    ({ unionId, kind, result }) => unionId === matter.unionId && kind === 'motion' && result?.counts,
  );
  return (
    <>
      {motions.length > 0 && (
        <Form.Item name="voteId" label={t('matterStep.vote')} initialValue="">
          <Choice<string>
            options={[
              { value: '', label: t('matterStep.voteTyped') },
              ...motions.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </Form.Item>
      )}
      {!voteId && (
        <div className="two-columns">
          <Figure name="entitled" label={t('matterStep.entitled')} min={1} />
          <Figure name="present" label={t('matterStep.present')} />
          <Figure name="yes" label={t('matterStep.votesYes')} />
          <Figure name="no" label={t('matterStep.votesNo')} />
        </div>
      )}
    </>
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
