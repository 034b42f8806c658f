import './resource.css';
import '../organising/organising.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { showErrors } from '../../shell/form-errors.js';
import { PageHead } from '../../shell/page-head.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { Loaded } from '../ledger/loaded.js';
import { ResourceFields } from './resource-fields.js';
import { editOf, formOf, type ResourceForm, resourceFields } from './resource-form.model.js';
import type { Resource } from './resource-filters.js';
import { useEditResource, useResource } from './use-resource.js';

export function EditResourcePage() {
  const { t } = useTranslation();
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return (
    <div className="form-page">
      <PageHead title={t('resource.form.editTitle')} back={`/resources/${resourceId}`} />
      <Loaded query={resource}>{(data) => <EditForm key={data.id} resource={data} />}</Loaded>
    </div>
  );
}

function EditForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ResourceForm>();
  const draft = useDraft<ResourceForm>(`resource.${resource.id}`);
  // What was typed stays when the resource is asked for anew: only its version is taken from there.
  const [initial] = useState(() => ({ ...formOf(resource), ...draft.initial }));
  const edit = useEditResource(resource.id);
  const submit = (values: ResourceForm): void =>
    edit.mutate(
      { version: resource.version, body: editOf(values) },
      {
        onSuccess: () => {
          draft.drop();
          void navigate(`/resources/${resource.id}`);
        },
        onError: (error) => showErrors(form, error, resourceFields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={edit.isPending}
      initialValues={initial}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <ResourceFields />
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} fields={resourceFields} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
