import './resource.css';
import '../organising/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Choice } from '../../shell/choice.js';
import { showErrors } from '../../shell/form-errors.js';
import { PageHead } from '../../shell/page-head.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { SearchPicker } from '../organising/search-picker.js';
import { PartyField } from './party-field.js';
import { ResourceFields } from './resource-fields.js';
import { createOf, type ResourceForm, resourceFields } from './resource-form.model.js';
import { type Resource, resourceFunctions } from './resource-filters.js';
import { fetchResources, useCreateResource, useResource } from './use-resource.js';

export function NewResourcePage() {
  const { t } = useTranslation();
  return (
    <div className="form-page">
      <PageHead title={t('resource.form.newTitle')} back="/resources" />
      <p className="hint">{t('resource.form.newHint')}</p>
      <NewResourceForm />
    </div>
  );
}

function NewResourceForm() {
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
      <ResourceFields kind={<KindField />} />
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

interface WholeFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (resourceId: string | undefined) => void;
}

/** The whole that this is a part of, such as the hall of half a hall; found by its name. */
function WholeField({ id, value, onChange }: WholeFieldProps) {
  const { t } = useTranslation();
  const chosen = useResource(value);
  if (value !== undefined) {
    return (
      <p className="picked">
        <strong>{chosen.data?.title ?? t('common.loading')}</strong>
        <Button id={id} onClick={() => onChange?.(undefined)}>
          {t('resource.form.noWhole')}
        </Button>
      </p>
    );
  }
  return (
    <SearchPicker<Resource>
      id={id}
      label={t('resource.form.partOf')}
      queryKey={['resource', 'wholes']}
      search={async (q, signal) => {
        const { items } = await fetchResources({ q })({ limit: 10 }, signal);
        return items.filter(({ partOfId }) => partOfId === null);
      }}
      itemKey={(one) => one.id}
      itemText={(one) => one.title}
      onPick={(one) => onChange?.(one.id)}
    />
  );
}
