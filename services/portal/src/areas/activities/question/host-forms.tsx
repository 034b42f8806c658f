import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';

export type Question = components['schemas']['QuestionView'];

interface HostFormProps {
  readonly question: Question;
  readonly onDone: () => void;
}

/** A host's answer; everybody sees it together with the question. */
export function AnswerForm({ question, onDone }: HostFormProps) {
  const { t } = useTranslation();
  const { activityId, id: questionId, version } = question;
  const send = useCommand('question', 'post', '/activities/{activityId}/questions/{questionId}/answer');
  return (
    <CommandForm
      name={`answer-${questionId}`}
      command={send}
      input={({ answer }: { readonly answer: string }) => ({
        activityId,
        questionId,
        version,
        body: { answer: answer.trim() },
      })}
      submit={t('question.sendAnswer')}
      refused={t('question.notAnswered')}
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item
        name="answer"
        label={t('question.answerText')}
        rules={[{ required: true, whitespace: true, message: t('question.answerRequired') }]}
      >
        <TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandForm>
  );
}

/** The person who asked reads the reason. */
export function HideForm({ question, onDone }: HostFormProps) {
  const { t } = useTranslation();
  const { activityId, id: questionId, version } = question;
  const hide = useCommand('question', 'post', '/activities/{activityId}/questions/{questionId}/hide');
  return (
    <CommandForm
      name={`hide-${questionId}`}
      command={hide}
      input={({ reason }: { readonly reason: string }) => ({
        activityId,
        questionId,
        version,
        body: { reason: reason.trim() },
      })}
      submit={t('question.hideYes')}
      refused={t('question.notHidden')}
      onDone={onDone}
      onCancel={onDone}
      danger
    >
      <Form.Item
        name="reason"
        label={t('question.reason')}
        rules={[{ required: true, whitespace: true, message: t('question.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
