import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { PartyField } from '../../../session/party-field.js';
import { LendingField } from '../resource-profile/lending-field.js';
import { ResourceFields } from '../resource/resource-fields.js';
import { createOf, type ResourceForm, resourceFields } from '../resource/resource-form.model.js';
import { resourceFunctions } from '../resource/resource-filters.js';
import { useCreateResource } from '../resource/use-resource.js';

const CountingFields = lazyPart('CountingFields', () => import('../stock/counting-fields.js'), { rows: 1 });
const WholeField = lazyPart('WholeField', () => import('../resource/whole-field.js'), { rows: 1 });

/** Offers something: what it is, whose, and how it is counted and lent. */
export function NewResourceForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ResourceForm>();
  const draft = useDraft<ResourceForm>('resource.new');
  const create = useCreateResource();
  const submit = (values: ResourceForm): void => {
    const body = createOf(values);
    if (body === null) return;
    create.mutate(body, {
      onSuccess: ({ id }) => {
        draft.drop();
        void navigate(`/resources/${id}`, { replace: true });
      },
      onError: (error) => showErrors(form, error, resourceFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={create.isPending}
      initialValues={draft.initial ?? {}}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="owner"
        label={t('resource.form.owner')}
        rules={[{ required: true, message: t('resource.form.ownerRequired') }]}
      >
        <PartyField />
      </Form.Item>
      <ResourceFields kind={<KindFields />} />
      <CountingFields />
      <Form.Item name="partOfId" label={t('resource.form.partOf')} extra={t('resource.form.partOfHint')}>
        <WholeField />
      </Form.Item>
      {create.isError && (
        <Refusal title={t('resource.notSaved')} error={create.error} fields={resourceFields} />
      )}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('resource.form.create')}
      </Button>
    </Form>
  );
}

/** Which function it serves, and how it is lent where there is a choice. */
function KindFields() {
  return (
    <>
      <KindField />
      <LendingField />
    </>
  );
}

function KindField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="function"
      label={t('activity.functionLabel')}
      extra={t('resource.form.functionHint')}
      rules={[{ required: true, message: t('resource.form.functionRequired') }]}
    >
      <Choice
        options={[
          { value: '' as const, label: t('resource.choose') },
          ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}
