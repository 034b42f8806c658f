import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Question, useAnswerQuestion, useHideQuestion } from './use-questions.js';

interface HostFormProps {
  readonly question: Question;
  readonly onDone: () => void;
}

const answerFields = ['answer'];
const reasonFields = ['reason'];

/** A host's answer; everybody sees it together with the question. */
export function AnswerForm({ question, onDone }: HostFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ answer: string }>();
  const send = useAnswerQuestion(question);
  const submit = ({ answer }: { answer: string }): void =>
    send.mutate(answer.trim(), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, answerFields),
    });
  return (
    <Form form={form} name={`answer-${question.id}`} layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item
        name="answer"
        label={t('question.answerText')}
        rules={[{ required: true, whitespace: true, message: t('question.answerRequired') }]}
      >
        <TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {send.isError && <Refusal title={t('question.notAnswered')} error={send.error} fields={answerFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('question.sendAnswer')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

/** The reason goes to who has asked. */
export function HideForm({ question, onDone }: HostFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const hide = useHideQuestion(question);
  const submit = ({ reason }: { reason: string }): void =>
    hide.mutate(reason.trim(), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, reasonFields),
    });
  return (
    <Form form={form} name={`hide-${question.id}`} layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item
        name="reason"
        label={t('question.reason')}
        rules={[{ required: true, whitespace: true, message: t('question.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {hide.isError && <Refusal title={t('question.notHidden')} error={hide.error} fields={reasonFields} />}
      <div className="actions">
        <Button danger htmlType="submit" loading={hide.isPending}>
          {t('question.hideYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
