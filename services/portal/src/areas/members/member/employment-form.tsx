import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { type EmploymentKind, employmentKinds, type Member } from './member.model.js';
import { useChangeMember } from './use-member.js';

interface EmploymentValues {
  readonly employmentKind?: EmploymentKind;
}

const fields = ['employmentKind'];

/** On what terms a member works, as his union knows it. */
export function EmploymentForm({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EmploymentValues>();
  const change = useChangeMember(member.id);
  const submit = ({ employmentKind = null }: { readonly employmentKind?: EmploymentKind | null }): void =>
    change.mutate(
      { employmentKind, version: member.version },
      { onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <section className="card" aria-labelledby="employment-title">
      <h2 id="employment-title">{t('member.employmentTitle')}</h2>
      <p className="hint">{t('member.employmentHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={change.isPending}
        initialValues={member.employmentKind === null ? {} : { employmentKind: member.employmentKind }}
        onFinish={submit}
      >
        <EmploymentField />
        {change.isError && (
          <Refusal title={t('member.employmentRefused')} error={change.error} fields={fields} />
        )}
        <div className="actions">
          <Button htmlType="submit" loading={change.isPending}>
            {t('common.save')}
          </Button>
          <span role="status" aria-live="polite">
            {change.isSuccess && t('member.employmentSaved')}
          </span>
        </div>
      </Form>
    </section>
  );
}

export function EmploymentField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="employmentKind" label={t('member.employment')}>
      <Choice<EmploymentKind>
        options={[
          { value: '', label: t('member.employmentUnknown') },
          ...employmentKinds.map((value) => ({ value, label: t(`employmentIs.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}
