import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { changesBetween } from '../../../kit/changes.model.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { ChangedMeanwhile, Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { Loaded } from '../../../kit/loaded.js';
import { QuantityField } from '../stock/counting-fields.js';
import { ResourceFields } from '../resource/resource-fields.js';
import { editOf, formOf, type ResourceForm, resourceFields } from '../resource/resource-form.model.js';
import type { Resource } from '../resource/resource-filters.js';
import { useResource } from '../resource/use-resource.js';

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

interface Kept {
  readonly base: Resource;
  readonly values: ResourceForm;
}

/** Sends the changed fields only, so that two people who edit different fields do not undo each other's changes. */
function EditForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ResourceForm>();
  const draft = useDraft<Kept>(`resource.${resource.id}`);
  const [base] = useState(() => draft.initial?.base ?? resource);
  const edit = useCommand('resource', 'patch', '/resources/{resourceId}', { onStale: 'refuse' });
  const done = (): void => {
    draft.drop();
    void navigate(`/resources/${resource.id}`);
  };
  const submit = (values: ResourceForm): void => {
    const body = changesBetween(editOf(formOf(base)), editOf(values));
    if (Object.keys(body).length === 0) return done();
    edit.mutate(
      { resourceId: resource.id, version: resource.version, body },
      { onSuccess: done, onError: (error) => showErrors(form, error, resourceFields) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={edit.isPending}
      initialValues={draft.initial?.values ?? formOf(base)}
      onValuesChange={(changed, values: ResourceForm) => draft.keep(changed, { base, values })}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      {resource.version !== base.version && <ChangedMeanwhile />}
      <ResourceFields />
      {resource.counting === 'stock' && <QuantityField />}
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} fields={resourceFields} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
