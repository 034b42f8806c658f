import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { type Intake, textCharactersMax } from './intake.model.js';
import { useAnswerIntake } from './use-intake.js';
import { TextArea } from '../../shell/input.js';

interface Answer {
  readonly text: string;
}

const fields = ['text'];

/** An officer's answer. It may be answered again: what was said before stays. */
export function AnswerForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Answer>();
  const draft = useDraft<Answer>(`intake-answer.${entry.id}`);
  const answer = useAnswerIntake();
  const submit = ({ text }: Answer): void =>
    answer.mutate(
      { seen: { id: entry.id, version: entry.version }, text: text.trim() },
      {
        onSuccess: () => {
          draft.drop();
          form.setFieldsValue({ text: '' });
        },
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{t(entry.answers.length === 0 ? 'intake.answer' : 'intake.answerAgain')}</h2>
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
          label={t('intake.answerText')}
          rules={[{ required: true, whitespace: true, message: t('intake.answerRequired') }]}
        >
          <TextArea rows={4} maxLength={textCharactersMax} />
        </Form.Item>
        {answer.isError && <Refusal title={t('intake.answerRefused')} error={answer.error} fields={fields} />}
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t('intake.sendAnswer')}
        </Button>
      </Form>
    </section>
  );
}
