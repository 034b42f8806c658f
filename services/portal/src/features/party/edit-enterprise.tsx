import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { EnterpriseName, SizeFields } from './enterprise-fields.js';
import { editOf, enterpriseFields, type EnterpriseForm, formOf } from './enterprise-form.model.js';
import type { Enterprise } from './party.model.js';
import { useEditEnterprise } from './use-party.js';
import { Input } from '../../shell/input.js';

interface EditEnterpriseProps {
  readonly enterprise: Enterprise;
  readonly onClose: () => void;
}

export function EditEnterprise({ enterprise, onClose }: EditEnterpriseProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EnterpriseForm>();
  const draft = useDraft<EnterpriseForm>(`enterprise.${enterprise.id}`);
  // What was typed stays when the enterprise is asked for anew: only its version is taken from there.
  const [initial] = useState(() => ({ ...formOf(enterprise), ...draft.initial }));
  const edit = useEditEnterprise(enterprise.id);
  const close = (): void => {
    draft.drop();
    onClose();
  };
  const submit = (values: EnterpriseForm): void =>
    edit.mutate(
      { version: enterprise.version, body: editOf(values) },
      { onSuccess: close, onError: (error) => showErrors(form, error, enterpriseFields) },
    );
  return (
    <section className="card" aria-label={t('party.edit')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={edit.isPending}
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <EnterpriseName />
        <SizeFields />
        {enterprise.usccCheck === 'failed' && (
          <Form.Item name="usccEvidence" label={t('party.evidence')} extra={t('party.evidenceHint')}>
            <Input maxLength={500} />
          </Form.Item>
        )}
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{t('party.isActive')}</Checkbox>
        </Form.Item>
        {edit.isError && (
          <Refusal title={t('party.editRefused')} error={edit.error} fields={enterpriseFields} />
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={edit.isPending}>
            {t('common.save')}
          </Button>
          <Button onClick={close}>{t('party.close')}</Button>
        </div>
      </Form>
    </section>
  );
}
