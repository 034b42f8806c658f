import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { EnterpriseName, SizeFields } from './enterprise-fields.js';
import { createOf, type EnterpriseForm } from './enterprise-form.model.js';
import { IdentifierHint } from './identifier-hint.js';
import type { AddPartyProps } from './party.model.js';

export function AddEnterprise({ onAdded, onClose }: AddPartyProps) {
  const { t } = useTranslation();
  const create = useCommand('enterprise', 'post', '/enterprises');
  return (
    <CommandForm
      command={create}
      input={(values: EnterpriseForm) => ({ body: createOf(values) })}
      submit={t('party.add.enterprise')}
      refused={t('party.addRefused')}
      onDone={onAdded}
      onCancel={onClose}
      cancel={t('party.close')}
      draft="enterprise.new"
    >
      <EnterpriseName />
      <CodeField />
      <Form.Item name="keeperUnionId" label={t('party.keeper')}>
        <UnionPicker roles={['officer', 'operator']} none={t('party.keeperOwn')} />
      </Form.Item>
      <SizeFields />
    </CommandForm>
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
