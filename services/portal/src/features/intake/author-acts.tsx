import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { showErrors } from '../../shell/form-errors.js';
import { TextArea } from '../../shell/input.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { type Intake, textCharactersMax } from './intake.model.js';
import { useAskAgain, useCloseIntake } from './use-intake.js';

/** What the author may do: withdraw what is not answered yet, and judge what is. */
export function AuthorActs({ entry }: { readonly entry: Intake }) {
  if (entry.state === 'closed') return null;
  return entry.state === 'answered' ? <Judge entry={entry} /> : <Withdraw entry={entry} />;
}

function Withdraw({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const withdraw = useCloseIntake();
  return (
    <div className="intake-withdraw">
      {withdraw.isError && <Refusal title={t('intake.withdrawRefused')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('intake.withdrawQuestion')}
        confirmText={t('intake.withdrawYes')}
        onConfirm={() => withdraw.mutate({ seen: { id: entry.id, version: entry.version }, reason: null })}
      >
        {t('intake.withdraw')}
      </ConfirmButton>
    </div>
  );
}

/** Whether the answer has helped is for its author to say. */
function Judge({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const close = useCloseIntake();
  return (
    <section className="card" aria-labelledby="judge-title">
      <h2 id="judge-title">{t('intake.judge')}</h2>
      {entry.closesAt !== null && (
        <p className="hint">{t('intake.judgeHint', { time: format.instant(entry.closesAt) })}</p>
      )}
      {close.isError && <Refusal title={t('intake.resolvedRefused')} error={close.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={close.isPending}
          question={t('intake.resolvedQuestion')}
          confirmText={t('intake.resolvedYes')}
          onConfirm={() => close.mutate({ seen: { id: entry.id, version: entry.version }, reason: null })}
        >
          {t('intake.resolved')}
        </ConfirmButton>
        {!isAsking && <Button onClick={() => setIsAsking(true)}>{t('intake.askAgain')}</Button>}
      </div>
      {isAsking && <AskAgainForm entry={entry} />}
    </section>
  );
}

interface FollowUp {
  readonly text: string;
}

const fields = ['text'];

function AskAgainForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FollowUp>();
  const draft = useDraft<FollowUp>(`intake-again.${entry.id}`);
  const askAgain = useAskAgain();
  const submit = ({ text }: FollowUp): void =>
    askAgain.mutate(
      { seen: { id: entry.id, version: entry.version }, text: text.trim() },
      { onSuccess: draft.drop, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft.initial ?? {}}
      onValuesChange={draft.keep}
      onFinish={submit}
    >
      <Form.Item
        name="text"
        label={t('intake.askAgainText')}
        rules={[{ required: true, whitespace: true, message: t('intake.askAgainRequired') }]}
      >
        <TextArea rows={4} maxLength={textCharactersMax} autoFocus />
      </Form.Item>
      {askAgain.isError && (
        <Refusal title={t('intake.askAgainRefused')} error={askAgain.error} fields={fields} />
      )}
      <Button type="primary" htmlType="submit" loading={askAgain.isPending}>
        {t('intake.askAgainSend')}
      </Button>
    </Form>
  );
}
