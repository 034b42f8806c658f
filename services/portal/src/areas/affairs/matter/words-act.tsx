import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { textCharactersMax } from './matter.model.js';

interface WordsActProps<Input, Output> {
  readonly command: Command<Input, Output>;
  readonly input: (text: string) => Input;
  /** Names the act: its words are `matter.<act>Label`, `…Required`, `…Yes` and `…Refused`. */
  readonly act: 'ask' | 'note' | 'reply' | 'reopen' | 'return' | 'followUp';
  readonly draft: string;
  readonly maxLength?: number;
  readonly onDone?: (output: Output) => void;
  readonly onCancel?: () => void;
}

/** An act that is some words: a question, an answer, a note, a reason. */
export function WordsAct<Input, Output>(props: WordsActProps<Input, Output>) {
  const { t } = useTranslation();
  const { command, input, act, draft, maxLength = textCharactersMax, onDone, onCancel } = props;
  const [form] = Form.useForm<{ readonly text: string }>();
  return (
    <CommandForm
      command={command}
      input={({ text }: { readonly text: string }) => input(text.trim())}
      submit={t(`matter.${act}Yes`)}
      refused={t(`matter.${act}Refused`)}
      onDone={(output) => {
        form.resetFields();
        onDone?.(output);
      }}
      {...(onCancel === undefined ? {} : { onCancel })}
      draft={`${act}.${draft}`}
      name={act}
      form={form}
      secondary={act !== 'reply'}
    >
      <Form.Item
        name="text"
        label={t(`matter.${act}Label`)}
        rules={[{ required: true, whitespace: true, message: t(`matter.${act}Required`) }]}
      >
        <TextArea rows={3} maxLength={maxLength} />
      </Form.Item>
    </CommandForm>
  );
}
