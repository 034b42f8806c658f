import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import type { Resource } from '../resource/resource-filters.js';
import { useGrant } from '../resource/use-resource.js';
import { grantFields, type GrantFormValues, granteeOf, grantOf } from './grant-values.js';
import { GranteeFields } from './grantee-fields.js';
import { ReachSection } from './reach-section.js';
import { TermFields } from './term-fields.js';

const initial: GrantFormValues = {
  to: { kind: 'everyone', nearness: 'withinKm' },
  approval: 'custodian',
  decideWithinHours: '72',
  onSilence: 'refuse',
  price: { kind: 'free' },
};

/** To whom, for how long, on which terms. */
export function NewGrantForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<GrantFormValues>();
  const draft = useDraft<GrantFormValues>(`grant.${resource.id}`);
  const to = Form.useWatch('to', { form, preserve: true }) as GrantFormValues['to'];
  const grant = useGrant(resource.id);
  const submit = (): void => {
    const body = grantOf(form.getFieldsValue(true) as GrantFormValues);
    if (body === null) return;
    grant.mutate(body, {
      onSuccess: () => {
        draft.drop();
        void navigate(`/resources/${resource.id}`);
      },
      onError: (error) => showErrors(form, error, grantFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={grant.isPending}
      initialValues={{ ...initial, ...draft.initial }}
      onValuesChange={(changed) => draft.keep(changed, form.getFieldsValue(true) as GrantFormValues)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <GranteeFields />
      <ReachSection resourceId={resource.id} to={granteeOf(to)} />
      <TermFields />
      {grant.isError && <Refusal title={t('resource.notSaved')} error={grant.error} fields={grantFields} />}
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {t('resource.grant.submit')}
      </Button>
    </Form>
  );
}
