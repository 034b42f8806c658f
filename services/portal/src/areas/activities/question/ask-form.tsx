import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useAskQuestion } from './use-questions.js';

interface AskFormProps {
  readonly activityId: string;
  readonly onDone: () => void;
}

interface Asked {
  readonly text: string;
  readonly anonymous?: boolean;
}

const fields = ['text'];

/** Something that the page does not say. */
export function AskForm({ activityId, onDone }: AskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Asked>();
  const ask = useAskQuestion(activityId);
  const submit = ({ text, anonymous }: Asked): void =>
    ask.mutate(
      { text: text.trim(), anonymous: anonymous === true },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="ask-form" onFinish={submit}>
      <Form.Item
        name="text"
        label={t('question.text')}
        extra={t('question.textHint')}
        rules={[{ required: true, whitespace: true, message: t('question.textRequired') }]}
      >
        <TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
      <label className="tick">
        <Form.Item name="anonymous" valuePropName="checked" noStyle>
          <input type="checkbox" />
        </Form.Item>
        <span>{t('question.anonymous')}</span>
      </label>
      {ask.isError && <Refusal title={t('question.notAsked')} error={ask.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('question.send')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
