import { Button, Form } from 'antd';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { type Intake, textCharactersMax } from './intake.model.js';
import type { useAnswerIntake } from './use-intake.js';

interface Words {
  readonly text: string;
}

interface WordsFormProps {
  readonly entry: Intake;
  /** Of the draft that the browser keeps. */
  readonly name: 'intake-answer' | 'intake-again';
  readonly send: ReturnType<typeof useAnswerIntake>;
  readonly texts: Readonly<Record<'label' | 'required' | 'refused' | 'send', string>>;
  readonly autoFocus?: boolean;
}

const fields = ['text'];

/** What somebody writes about an entry: an officer's answer, or what its author asks again. */
export function WordsForm({ entry, name, send, texts, autoFocus = false }: WordsFormProps) {
  const [form] = Form.useForm<Words>();
  const draft = useDraft<Words>(`${name}.${entry.id}`);
  const submit = ({ text }: Words): void =>
    send.mutate(
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
        label={texts.label}
        rules={[{ required: true, whitespace: true, message: texts.required }]}
      >
        <TextArea rows={4} maxLength={textCharactersMax} autoFocus={autoFocus} />
      </Form.Item>
      {send.isError && <Refusal title={texts.refused} error={send.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {texts.send}
      </Button>
    </Form>
  );
}
