import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PartyField } from '../../../session/party-field.js';
import { LendingField } from '../resource-profile/lending-field.js';
import { ResourceFields } from '../resource/resource-fields.js';
import { resourceFunctions } from '../resource/resource-filters.js';
import { createOf, type ResourceForm } from '../resource/resource-form.model.js';

const CountingFields = lazyPart('CountingFields', () => import('../stock/counting-fields.js'), { rows: 1 });
const WholeField = lazyPart('WholeField', () => import('../resource/whole-field.js'), { rows: 1 });

/** Offers a resource: what it is, whose, and how it is counted and lent. */
export function NewResourceForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('resource', 'post', '/resources');
  return (
    <CommandForm
      command={create}
      input={(values: ResourceForm) => {
        const body = createOf(values);
        return body && { body };
      }}
      submit={t('resource.form.create')}
      refused={t('resource.notSaved')}
      onDone={({ id }) => void navigate(`/resources/${id}`, { replace: true })}
      draft="resource.new"
      className="card"
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
    </CommandForm>
  );
}

/** The function of the resource, and how it is lent where there is a choice. */
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
