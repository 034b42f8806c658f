import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';

interface AskedProps<Sent> {
  readonly act: Command<Sent, unknown>;
  readonly input: Sent;
  readonly text: string;
  readonly question: string;
}

/** An act that binds: the button asks once, and shows a refusal in words. */
export function Asked<Sent>({ act, input, text, question }: AskedProps<Sent>) {
  const { t } = useTranslation();
  return (
    <div>
      <ConfirmButton
        type="primary"
        loading={act.isPending}
        question={question}
        confirmText={text}
        onConfirm={() => act.mutate(input)}
      >
        {text}
      </ConfirmButton>
      {act.isError && <Refusal title={t('subsidy.refused')} error={act.error} />}
    </div>
  );
}

interface WordsProps<Sent> {
  readonly act: Command<Sent, unknown>;
  readonly input: (words: string) => Sent;
  /** Of the field in the request. */
  readonly field: 'reason' | 'bankReference';
  readonly label: string;
  readonly text: string;
  /** Asked once where the act takes something away. */
  readonly question?: string;
}

/** An act that needs a reason, or the number of a transfer. */
export function WithWords<Sent>({ act, input, field, label, text, question }: WordsProps<Sent>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      name={`${field}-${text}`}
      command={act}
      input={(values: Readonly<Record<string, string>>) => input((values[field] ?? '').trim())}
      submit={text}
      refused={t('subsidy.refused')}
      {...(question === undefined ? { secondary: true } : { confirm: { question, text }, danger: true })}
    >
      <Form.Item
        name={field}
        label={label}
        rules={[{ required: true, whitespace: true, message: t('subsidy.required') }]}
      >
        <Input maxLength={field === 'reason' ? 500 : 100} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
