import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { formOf, type Grant, grantFields, type GrantFormValues, termsOf } from './grant-values.js';
import { TermFields } from './term-fields.js';
import { useEditGrant } from './use-grant.js';

/** The terms of a right that is there; whom it reaches is shown. */
export function TermsForm({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<GrantFormValues>();
  const edit = useEditGrant(grant);
  const submit = (values: GrantFormValues): void => {
    const body = termsOf(values);
    if (body === null) return;
    edit.mutate(body, {
      onSuccess: () => void navigate(`/resources/${grant.resourceId}`),
      onError: (error) => showErrors(form, error, grantFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={edit.isPending}
      initialValues={formOf(grant)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <TermFields />
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} fields={grantFields} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
