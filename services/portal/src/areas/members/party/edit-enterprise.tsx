import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { changesBetween } from '../../../kit/changes.model.js';
import { showErrors } from '../../../kit/form-errors.js';
import { ChangedMeanwhile, Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { EnterpriseName, SizeFields } from './enterprise-fields.js';
import { editOf, enterpriseFields, type EnterpriseForm, formOf } from './enterprise-form.model.js';
import type { Enterprise } from './party.model.js';
import { Input } from '../../../kit/input.js';

interface EditEnterpriseProps {
  readonly enterprise: Enterprise;
  readonly onClose: () => void;
}

interface Kept {
  readonly base: Enterprise;
  readonly values: EnterpriseForm;
}

/** Sends only the changed fields, so that two people who edit different fields do not undo each other. */
export function EditEnterprise({ enterprise, onClose }: EditEnterpriseProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EnterpriseForm>();
  const draft = useDraft<Kept>(`enterprise.${enterprise.id}`);
  const [base] = useState(() => draft.initial?.base ?? enterprise);
  const edit = useCommand('enterprise', 'patch', '/enterprises/{enterpriseId}', { onStale: 'refuse' });
  const close = (): void => {
    draft.drop();
    onClose();
  };
  const submit = (values: EnterpriseForm): void => {
    const body = changesBetween(editOf(formOf(base)), editOf(values));
    if (Object.keys(body).length === 0) return close();
    edit.mutate(
      { enterpriseId: enterprise.id, version: enterprise.version, body },
      { onSuccess: close, onError: (error) => showErrors(form, error, enterpriseFields) },
    );
  };
  return (
    <section className="card" aria-label={t('party.edit')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={edit.isPending}
        initialValues={draft.initial?.values ?? formOf(base)}
        onValuesChange={(changed, values: EnterpriseForm) => draft.keep(changed, { base, values })}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {enterprise.version !== base.version && <ChangedMeanwhile />}
        <EnterpriseName />
        <SizeFields />
        <StateFields isInDoubt={enterprise.usccCheck === 'failed'} />
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

function StateFields({ isInDoubt }: { readonly isInDoubt: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {isInDoubt && (
        <Form.Item name="usccEvidence" label={t('party.evidence')} extra={t('party.evidenceHint')}>
          <Input maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{t('party.isActive')}</Checkbox>
      </Form.Item>
    </>
  );
}
