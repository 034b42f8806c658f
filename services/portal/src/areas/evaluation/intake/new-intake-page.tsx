import './intake.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { type IntakeKind, intakeKinds, pageOf, subjectOf, textCharactersMax } from './intake.model.js';
import { useSendIntake } from './use-intake.js';
import { TextArea } from '../../../kit/input.js';

interface IntakeForm {
  readonly kind: IntakeKind;
  readonly text: string;
}

const fields = ['kind', 'text'];

/** A complaint, an idea or a question, from whatever page somebody was on. */
export function NewIntakePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const page = pageOf(search.get('page'));
  return (
    <>
      <PageHead title={t('intake.newTitle')} />
      <div className="card intake-form">
        <p className="hint">{t('intake.newHint')}</p>
        {page !== null && page !== '/' && <p className="hint">{t('intake.withPage', { page })}</p>}
        <NewIntakeForm page={page} />
      </div>
    </>
  );
}

function NewIntakeForm({ page }: { readonly page: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<IntakeForm>();
  const draft = useDraft<IntakeForm>('intake');
  const send = useSendIntake();
  const submit = ({ kind, text }: IntakeForm): void =>
    send.mutate(
      { kind, text: text.trim(), page, subject: subjectOf(page) ?? null },
      {
        onSuccess: ({ id }) => {
          draft.drop();
          void navigate(`/intake/${id}`, { replace: true, state: { isSent: true } });
        },
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'complaint', ...draft.initial }}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item name="kind" label={t('intake.kindLabel')}>
        <Choice<IntakeKind>
          options={intakeKinds.map((value) => ({ value, label: t(`intake.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('intake.text')}
        extra={t('intake.textHint')}
        rules={[{ required: true, whitespace: true, message: t('intake.textRequired') }]}
      >
        <TextArea rows={6} maxLength={textCharactersMax} />
      </Form.Item>
      {send.isError && <Refusal title={t('intake.sendRefused')} error={send.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('intake.send')}
      </Button>
    </Form>
  );
}
