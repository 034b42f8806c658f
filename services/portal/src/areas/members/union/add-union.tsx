import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { EnterpriseField, type PickedEnterprise } from '../party/enterprise-field.js';
import { IdentifierHint } from '../party/identifier-hint.js';
import { TierField } from './change-union.js';
import type { UnionTier } from './union-form.model.js';
import { type Union, useCreateUnion } from './use-union.js';
import { Input } from '../../../kit/input.js';

interface UnionForm {
  readonly parentId?: string;
  readonly name: string;
  readonly uscc?: string;
  readonly tier?: UnionTier;
  readonly enterpriseId?: PickedEnterprise;
}

const fields = ['parentId', 'name', 'uscc', 'tier', 'enterpriseId'];

interface AddUnionProps {
  /** The union below which it comes; where absent it is chosen. */
  readonly parent?: Union;
  readonly onAdded: (union: Union) => void;
  readonly onClose: () => void;
}

export function AddUnion({ parent, onAdded, onClose }: AddUnionProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<UnionForm>();
  const create = useCreateUnion();
  const submit = ({ parentId, name, uscc: code = '', tier, enterpriseId }: UnionForm): void =>
    create.mutate(
      {
        parentId: parent?.id ?? parentId ?? '',
        name: name.trim(),
        uscc: code.trim() === '' ? null : code.trim(),
        tier: tier ?? null,
        enterpriseId: enterpriseId?.id ?? null,
      },
      { onSuccess: onAdded, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <section className="card" aria-labelledby="add-union-title">
      <h2 id="add-union-title">
        {parent === undefined ? t('union.add') : t('union.addBelow', { name: parent.name })}
      </h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={create.isPending}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {parent === undefined && <ParentField />}
        <UnionFields />
        {create.isError && <Refusal title={t('union.addRefused')} error={create.error} fields={fields} />}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('union.add')}
          </Button>
          <Button onClick={onClose}>{t('union.close')}</Button>
        </div>
      </Form>
    </section>
  );
}

function ParentField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="parentId"
      label={t('union.parent')}
      rules={[{ required: true, message: t('union.parentRequired') }]}
    >
      <UnionPicker roles={['officer', 'operator']} none={t('union.chooseParent')} />
    </Form.Item>
  );
}

function UnionFields() {
  const { t } = useTranslation();
  const uscc = Form.useWatch('uscc', Form.useFormInstance<UnionForm>()) as string | undefined;
  return (
    <>
      <Form.Item
        name="name"
        label={t('union.name')}
        rules={[{ required: true, whitespace: true, message: t('union.nameRequired') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="uscc"
        label={t('union.usccOptional')}
        extra={<IdentifierHint kind="uscc" value={uscc ?? ''} otherwise={t('union.usccHint')} />}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <TierField />
      <Form.Item name="enterpriseId" label={t('union.enterprise')} extra={t('union.enterpriseHint')}>
        <EnterpriseField />
      </Form.Item>
    </>
  );
}
