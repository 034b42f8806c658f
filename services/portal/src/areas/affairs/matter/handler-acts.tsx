import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type FindableKind, type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { Colleagues } from './colleagues.js';
import { ClassifyForm } from './classify-form.js';
import { FollowUpForm } from './follow-up-form.js';
import { type Matter, mayDo, reasonCharactersMax, textCharactersMax } from './matter.model.js';
import { WordsAct } from './words-act.js';

/** What those do who deal with a matter: the decision first, all else folded. */
export function HandlerActs({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  return (
    <>
      {mayDo(matter, 'classify') && <ClassifyForm matter={matter} />}
      {mayDo(matter, 'decide') && <Decide matter={matter} />}
      {mayDo(matter, 'confirm') && <Confirm matter={matter} />}
      {mayDo(matter, 'resume') && <Resume matter={matter} />}
      {foldedActs
        .filter(({ act }) => mayDo(matter, act))
        .map(({ act, title, Part }) => (
          <Folded key={act} title={t(title)}>
            <Part matter={matter} />
          </Folded>
        ))}
      {matter.acts.length === 0 && <p className="hint">{t('matter.nothingToDo')}</p>}
    </>
  );
}

const foldedActs = [
  { act: 'followUp', title: 'matter.followUp', Part: FollowUpForm },
  { act: 'ask', title: 'matter.ask', Part: Ask },
  { act: 'note', title: 'matter.note', Part: Note },
  { act: 'addColleague', title: 'matterStep.colleagues', Part: Colleagues },
  { act: 'hold', title: 'matter.hold', Part: Hold },
  { act: 'forward', title: 'matter.forward', Part: Forward },
] as const;

function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <details className="card">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface ActProps {
  readonly matter: Matter;
}

interface DecideFields {
  readonly outcome: string;
  readonly reasons: string;
  readonly holdsUntil?: string;
}

function Decide({ matter }: ActProps) {
  const { t } = useTranslation();
  const decide = useCommand('matter', 'post', '/matters/{matterId}/decide');
  const [form] = Form.useForm<DecideFields>();
  const outcomeId = Form.useWatch('outcome', form);
  const chosen = matter.outcomes.find(({ id }) => id === outcomeId);
  const ending = chosen?.followUp ?? null;
  // What it was refused for may have been done since.
  useEffect(() => form.setFields([{ name: 'outcome', errors: [] }]), [form, matter.version]);
  return (
    <section className="card" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('matter.decide')}</h2>
      <CommandForm
        command={decide}
        input={({ outcome, reasons, holdsUntil }: DecideFields) => ({
          matterId: matter.id,
          version: matter.version,
          body: { outcome, reasons: reasons.trim(), holdsUntil: (ending && holdsUntil) ?? null },
        })}
        submit={t('matter.decideYes')}
        refused={t('matter.decideRefused')}
        confirm={{ question: t('matter.decideQuestion'), text: t('matter.decideYes') }}
        draft={`decide.${matter.id}`}
        name="decide"
        form={form}
      >
        <Form.Item
          name="outcome"
          label={t('matter.outcome')}
          rules={[{ required: true, message: t('matter.outcomeRequired') }]}
        >
          <Choice<string>
            options={[
              { value: '', label: t('common.choose') },
              ...matter.outcomes.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </Form.Item>
        {ending !== null && (
          <Form.Item
            name="holdsUntil"
            label={t('matter.holdsUntil')}
            extra={
              ending.months === 0
                ? t('matter.holdsUntilAlone')
                : t('matter.holdsUntilHint', { count: ending.months })
            }
            rules={[{ required: true, message: t('matter.holdsUntilRequired') }]}
          >
            <DateInput />
          </Form.Item>
        )}
        <Form.Item
          name="reasons"
          label={t('matter.reasons')}
          extra={t('matter.reasonsHint')}
          rules={[{ required: true, whitespace: true, message: t('matter.reasonsRequired') }]}
        >
          <TextArea rows={4} maxLength={textCharactersMax} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

/** The second person. */
function Confirm({ matter }: ActProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: matterId, version } = matter;
  const confirm = useCommand('matter', 'post', '/matters/{matterId}/confirm');
  const giveBack = useCommand('matter', 'post', '/matters/{matterId}/return');
  const leave = (): void => void navigate('/matters');
  // Nothing is decided yet: it is the plan that is amended.
  const isPlan = matter.outcome === null;
  return (
    <section className="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t(isPlan ? 'matter.confirmPlan' : 'matter.confirm')}</h2>
      {isPlan && <p className="hint">{t('matter.confirmPlanHint')}</p>}
      {confirm.isError && <Refusal title={t('matter.confirmRefused')} error={confirm.error} />}
      <ConfirmButton
        type="primary"
        loading={confirm.isPending}
        question={t(isPlan ? 'matter.confirmPlanQuestion' : 'matter.confirmQuestion')}
        confirmText={t(isPlan ? 'matter.confirmPlanYes' : 'matter.confirmYes')}
        onConfirm={() => confirm.mutate({ matterId, version }, { onSuccess: leave })}
      >
        {t(isPlan ? 'matter.confirmPlanYes' : 'matter.confirmYes')}
      </ConfirmButton>
      <WordsAct
        command={giveBack}
        input={(reason) => ({ matterId, version, body: { reason } })}
        act="return"
        draft={matterId}
        maxLength={reasonCharactersMax}
        onDone={leave}
      />
    </section>
  );
}

function Resume({ matter }: ActProps) {
  const { t } = useTranslation();
  const resume = useCommand('matter', 'post', '/matters/{matterId}/resume');
  return (
    <section className="card" aria-label={t('matter.resume')}>
      <p>{t(matter.state === 'held' ? 'matter.isHeld' : 'matter.isAsked')}</p>
      {resume.isError && <Refusal title={t('matter.resumeRefused')} error={resume.error} />}
      <ConfirmButton
        loading={resume.isPending}
        question={t('matter.resumeQuestion')}
        confirmText={t('matter.resume')}
        onConfirm={() => resume.mutate({ matterId: matter.id, version: matter.version })}
      >
        {t('matter.resume')}
      </ConfirmButton>
    </section>
  );
}

function Ask({ matter: { id: matterId, version } }: ActProps) {
  const ask = useCommand('matter', 'post', '/matters/{matterId}/ask');
  return (
    <WordsAct
      command={ask}
      input={(text) => ({ matterId, version, body: { text } })}
      act="ask"
      draft={matterId}
    />
  );
}

function Note({ matter: { id: matterId, version } }: ActProps) {
  const note = useCommand('matter', 'post', '/matters/{matterId}/note');
  return (
    <WordsAct
      command={note}
      input={(text) => ({ matterId, version, body: { text } })}
      act="note"
      draft={matterId}
    />
  );
}

function Hold({ matter: { id: matterId, version } }: ActProps) {
  const { t } = useTranslation();
  const hold = useCommand('matter', 'post', '/matters/{matterId}/hold');
  return (
    <CommandForm
      command={hold}
      input={({ until, reason }: { readonly until: string; readonly reason: string }) => ({
        matterId,
        version,
        body: { until, reason: reason.trim() },
      })}
      submit={t('matter.holdYes')}
      refused={t('matter.holdRefused')}
      name="hold"
      secondary
    >
      <Form.Item
        name="until"
        label={t('matter.until')}
        rules={[{ required: true, message: t('matter.untilRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('matter.holdReason')}
        rules={[{ required: true, whitespace: true, message: t('matter.reasonRequired') }]}
      >
        <Input maxLength={reasonCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}

const unions: readonly FindableKind[] = ['union'];

/** Whoever passes it on sees it no more. */
function Forward({ matter: { id: matterId, version, unionId } }: ActProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const forward = useCommand('matter', 'post', '/matters/{matterId}/forward');
  const [union, setUnion] = useState<NamedParty>();
  return (
    <CommandForm
      command={forward}
      input={({ reason }: { readonly reason: string }) =>
        union === undefined ? null : { matterId, version, body: { unionId: union.id, reason: reason.trim() } }
      }
      submit={t('matter.forwardYes')}
      refused={t('matter.forwardRefused')}
      name="forward"
      confirm={{ question: t('matter.forwardQuestion'), text: t('matter.forwardYes') }}
      onDone={() => void navigate('/matters?desk=mine')}
      disabled={union === undefined}
      secondary
    >
      <div className="notice">
        <PickedParty
          label={t('common.findUnion')}
          kinds={unions}
          except={unionId}
          value={union}
          onChange={setUnion}
        />
      </div>
      <Form.Item
        name="reason"
        label={t('matter.forwardReason')}
        rules={[{ required: true, whitespace: true, message: t('matter.reasonRequired') }]}
      >
        <Input maxLength={reasonCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
