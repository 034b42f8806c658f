import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { EnterpriseField, type PickedEnterprise } from '../party/enterprise-field.js';
import { IdentifierHint } from '../party/identifier-hint.js';
import { TierField } from './change-union.js';
import type { Union, UnionTier } from './union-form.model.js';
import { Input } from '../../../kit/input.js';

interface UnionForm {
  readonly parentId?: string;
  readonly name: string;
  readonly uscc?: string;
  readonly tier?: UnionTier;
  readonly enterpriseId?: PickedEnterprise;
}

interface AddUnionProps {
  /** The union above the new one; where absent the person chooses it. */
  readonly parent?: Union;
  readonly onAdded: (union: Union) => void;
  readonly onClose: () => void;
}

export function AddUnion({ parent, onAdded, onClose }: AddUnionProps) {
  const { t } = useTranslation();
  const create = useCommand('union', 'post', '/unions');
  return (
    <section className="card" aria-labelledby="add-union-title">
      <h2 id="add-union-title">
        {parent === undefined ? t('union.add') : t('union.addBelow', { name: parent.name })}
      </h2>
      <CommandForm
        command={create}
        input={({ parentId, name, uscc, tier, enterpriseId }: UnionForm) => ({
          body: {
            parentId: parent?.id ?? parentId ?? '',
            name: name.trim(),
            uscc: uscc?.trim() || null,
            tier: tier ?? null,
            enterpriseId: enterpriseId?.id ?? null,
          },
        })}
        submit={t('union.add')}
        refused={t('union.addRefused')}
        onDone={onAdded}
        onCancel={onClose}
        cancel={t('union.close')}
      >
        {parent === undefined && <ParentField />}
        <UnionFields />
      </CommandForm>
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
