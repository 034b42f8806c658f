import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useSubmit } from '../../../api/use-submit.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';

interface AskedProps {
  readonly act: ReturnType<typeof useSubmit<number, unknown>>;
  readonly version: number;
  readonly text: string;
  readonly question: string;
}

/** An act that binds: asked once, and refused in words. */
export function Asked({ act, version, text, question }: AskedProps) {
  const { t } = useTranslation();
  return (
    <div>
      <ConfirmButton
        type="primary"
        loading={act.isPending}
        question={question}
        confirmText={text}
        onConfirm={() => act.mutate(version)}
      >
        {text}
      </ConfirmButton>
      {act.isError && <Refusal title={t('subsidy.refused')} error={act.error} />}
    </div>
  );
}

interface WordsProps {
  readonly act: ReturnType<typeof useSubmit<string, unknown>>;
  /** Of the field in the request. */
  readonly field: 'reason' | 'bankReference';
  readonly label: string;
  readonly text: string;
  /** Asked once where it takes something away. */
  readonly question?: string;
}

/** An act that needs its reason, or its number. */
export function WithWords({ act, field, label, text, question }: WordsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, string>>();
  const words = Form.useWatch(field, form)?.trim() ?? '';
  return (
    <Form
      form={form}
      name={`${field}-${text}`}
      layout="vertical"
      requiredMark={false}
      disabled={act.isPending}
      onFinish={(values) =>
        act.mutate((values[field] ?? '').trim(), { onError: (error) => showErrors(form, error, [field]) })
      }
    >
      <Form.Item
        name={field}
        label={label}
        rules={[{ required: true, whitespace: true, message: t('subsidy.required') }]}
      >
        <Input maxLength={field === 'reason' ? 500 : 100} autoComplete="off" />
      </Form.Item>
      {act.isError && <Refusal title={t('subsidy.refused')} error={act.error} fields={[field]} />}
      {question === undefined ? (
        <Button htmlType="submit" loading={act.isPending}>
          {text}
        </Button>
      ) : (
        <ConfirmButton
          danger
          disabled={words === ''}
          loading={act.isPending}
          question={question}
          confirmText={text}
          onConfirm={form.submit}
        >
          {text}
        </ConfirmButton>
      )}
    </Form>
  );
}
