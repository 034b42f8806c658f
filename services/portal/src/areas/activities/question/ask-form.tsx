import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';

interface AskFormProps {
  readonly activityId: string;
  readonly onDone: () => void;
}

interface Asked {
  readonly text: string;
  readonly anonymous?: boolean;
}

/** Asks the hosts what the page does not say. */
export function AskForm({ activityId, onDone }: AskFormProps) {
  const { t } = useTranslation();
  const ask = useCommand('question', 'post', '/activities/{activityId}/questions');
  return (
    <CommandForm
      command={ask}
      input={({ text, anonymous }: Asked) => ({
        activityId,
        body: { text: text.trim(), anonymous: anonymous === true },
      })}
      submit={t('question.send')}
      refused={t('question.notAsked')}
      onDone={onDone}
      onCancel={onDone}
      className="ask-form"
    >
      <Form.Item
        name="text"
        label={t('question.text')}
        extra={t('question.textHint')}
        rules={[{ required: true, whitespace: true, message: t('question.textRequired') }]}
      >
        <TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
      <label className="ask-tick">
        <Form.Item name="anonymous" valuePropName="checked" noStyle>
          <input type="checkbox" />
        </Form.Item>
        <span>{t('question.anonymous')}</span>
      </label>
    </CommandForm>
  );
}
