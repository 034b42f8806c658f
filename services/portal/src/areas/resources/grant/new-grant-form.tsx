import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Resource } from '../resource/resource-filters.js';
import { type GrantFormValues, granteeOf, grantOf } from './grant-values.js';
import { GranteeFields } from './grantee-fields.js';
import { ReachSection } from './reach-section.js';
import { TermFields } from './term-fields.js';

const initial: GrantFormValues = {
  to: { kind: 'everyone' },
  approval: 'custodian',
  decideWithinHours: '72',
  onSilence: 'refuse',
  price: { kind: 'free' },
};

/** A new right of use: to whom, for how long, on which terms. */
export function NewGrantForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<GrantFormValues>();
  const to = Form.useWatch('to', { form, preserve: true }) as GrantFormValues['to'];
  const grant = useCommand('grant', 'post', '/resources/{resourceId}/grants');
  return (
    <CommandForm
      form={form}
      command={grant}
      input={() => {
        // Fields that are not shown at the moment count too.
        const body = grantOf(form.getFieldsValue(true) as GrantFormValues);
        return body && { resourceId: resource.id, body };
      }}
      submit={t('resource.grant.submit')}
      refused={t('resource.notSaved')}
      onDone={() => void navigate(`/resources/${resource.id}`)}
      initialValues={initial}
      draft={`grant.${resource.id}`}
      className="card"
    >
      <GranteeFields />
      <ReachSection resourceId={resource.id} to={granteeOf(to)} />
      <TermFields />
    </CommandForm>
  );
}
