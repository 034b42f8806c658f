import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { changesBetween } from '../../../kit/changes.model.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { ChangedMeanwhile } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { Loaded } from '../../../kit/loaded.js';
import { QuantityField } from '../stock/counting-fields.js';
import { ResourceFields } from '../resource/resource-fields.js';
import { editOf, formOf, type ResourceForm } from '../resource/resource-form.model.js';
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
  const draft = useDraft<Kept>(`resource.${resource.id}`);
  const [base] = useState(() => draft.initial?.base ?? resource);
  const edit = useCommand('resource', 'patch', '/resources/{resourceId}', { onStale: 'refuse' });
  const done = (): void => {
    draft.drop();
    void navigate(`/resources/${resource.id}`);
  };
  return (
    <CommandForm
      command={edit}
      input={(values: ResourceForm) => {
        const body = changesBetween(editOf(formOf(base)), editOf(values));
        if (Object.keys(body).length > 0) return { resourceId: resource.id, version: resource.version, body };
        // Nothing was changed, so that there is nothing to send.
        done();
        return null;
      }}
      submit={t('common.save')}
      refused={t('resource.notSaved')}
      onDone={done}
      onChange={(values) => draft.keep(null, { base, values })}
      initialValues={draft.initial?.values ?? formOf(base)}
      className="card"
    >
      {resource.version !== base.version && <ChangedMeanwhile />}
      <ResourceFields />
      {resource.counting === 'stock' && <QuantityField />}
    </CommandForm>
  );
}
