import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../api/use-command.js';
import { CommandForm } from './command-form.js';
import { TextArea } from './input.js';

interface WriteCommentProps<Input, Output> {
  readonly command: Command<Input, Output>;
  readonly input: (text: string) => Input;
  readonly name: string;
  readonly maxLength: number;
  readonly hint?: string;
  /** What is said once it is done; the name of the act where nothing is given. */
  readonly done?: string;
}

/** A box for one's own comment, which is empty again once it was sent. */
export function WriteComment<Input, Output>({
  command,
  input,
  name,
  maxLength,
  hint,
  done,
}: WriteCommentProps<Input, Output>) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(0);
  return (
    <CommandForm
      key={written}
      name={name}
      command={command}
      input={({ text }: { readonly text: string }) => input(text.trim())}
      submit={t('remark.commentYes')}
      refused={t('remark.notWritten')}
      onDone={() => setWritten(written + 1)}
      {...(done === undefined ? {} : { done })}
      secondary
    >
      <Form.Item
        name="text"
        label={t('remark.comment')}
        extra={hint}
        rules={[{ required: true, whitespace: true, message: t('remark.textRequired') }]}
      >
        <TextArea rows={2} maxLength={maxLength} />
      </Form.Item>
    </CommandForm>
  );
}
