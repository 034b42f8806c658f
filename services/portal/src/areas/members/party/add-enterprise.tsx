import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { EnterpriseName, SizeFields } from './enterprise-fields.js';
import { createOf, enterpriseFields, type EnterpriseForm } from './enterprise-form.model.js';
import { IdentifierHint } from './identifier-hint.js';
import type { AddPartyProps } from './party.model.js';
import { useCreateEnterprise } from './use-party.js';
import { Input } from '../../../kit/input.js';

export function AddEnterprise({ onAdded, onClose }: AddPartyProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EnterpriseForm>();
  const draft = useDraft<EnterpriseForm>('enterprise.new');
  const create = useCreateEnterprise();
  const submit = (values: EnterpriseForm): void =>
    create.mutate(createOf(values), {
      onSuccess: (added) => {
        draft.drop();
        onAdded(added);
      },
      onError: (error) => showErrors(form, error, enterpriseFields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={create.isPending}
      {...(draft.initial === null ? {} : { initialValues: draft.initial })}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <EnterpriseName />
      <CodeField />
      <Form.Item name="keeperUnionId" label={t('party.keeper')}>
        <UnionPicker roles={['officer', 'operator']} none={t('party.keeperOwn')} />
      </Form.Item>
      <SizeFields />
      {create.isError && (
        <Refusal title={t('party.addRefused')} error={create.error} fields={enterpriseFields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('party.add.enterprise')}
        </Button>
        <Button onClick={onClose}>{t('party.close')}</Button>
      </div>
    </Form>
  );
}

function CodeField() {
  const { t } = useTranslation();
  const uscc = Form.useWatch('uscc', Form.useFormInstance<EnterpriseForm>()) as string | undefined;
  return (
    <Form.Item
      name="uscc"
      label={t('party.uscc')}
      extra={<IdentifierHint kind="uscc" value={uscc ?? ''} otherwise={t('party.usccKept')} />}
      rules={[{ required: true, whitespace: true, message: t('party.usccRequired') }]}
    >
      <Input maxLength={40} autoComplete="off" />
    </Form.Item>
  );
}
