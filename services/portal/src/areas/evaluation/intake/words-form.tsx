import { Form } from 'antd';
import type { Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { type Intake, textCharactersMax } from './intake.model.js';

interface Words {
  readonly text: string;
}

interface WordsInput {
  readonly intakeId: string;
  readonly version: number;
  readonly body: Words;
}

interface WordsFormProps {
  readonly entry: Intake;
  /** Of the draft that the browser keeps. */
  readonly name: 'intake-answer' | 'intake-again';
  readonly command: Command<WordsInput, unknown>;
  readonly texts: Readonly<Record<'label' | 'required' | 'refused' | 'send', string>>;
  readonly autoFocus?: boolean;
}

/** An officer's answer to an entry, or what its author asks again. */
export function WordsForm({ entry, name, command, texts, autoFocus = false }: WordsFormProps) {
  const [form] = Form.useForm<Words>();
  return (
    <CommandForm
      command={command}
      input={({ text }: Words) => ({
        intakeId: entry.id,
        version: entry.version,
        body: { text: text.trim() },
      })}
      submit={texts.send}
      refused={texts.refused}
      onDone={() => form.setFieldsValue({ text: '' })}
      draft={`${name}.${entry.id}`}
      form={form}
    >
      <Form.Item
        name="text"
        label={texts.label}
        rules={[{ required: true, whitespace: true, message: texts.required }]}
      >
        <TextArea rows={4} maxLength={textCharactersMax} autoFocus={autoFocus} />
      </Form.Item>
    </CommandForm>
  );
}
