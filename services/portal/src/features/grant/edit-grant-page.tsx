import '../resource/resource.css';
import '../organising/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { showErrors } from '../../shell/form-errors.js';
import { Loaded } from '../../shell/loaded.js';
import { PageHead } from '../../shell/page-head.js';
import { EmptyState, Refusal } from '../../shell/states.js';
import { Grantee } from '../resource/grantee.js';
import { useGrants } from '../resource/use-resource.js';
import { formOf, type Grant, grantFields, type GrantFormValues, termsOf } from './grant-values.js';
import { TermFields } from './term-fields.js';
import { useEditGrant } from './use-grant.js';

/** Changes the terms of a right from now on; whom it reaches stays, and a loan keeps what was agreed. */
export function EditGrantPage() {
  const { t } = useTranslation();
  const { resourceId = '', grantId = '' } = useParams();
  const grants = useGrants(resourceId);
  return (
    <div className="form-page">
      <PageHead title={t('grants.editTitle')} back={`/resources/${resourceId}`} />
      <Loaded query={grants}>
        {(data) => {
          const grant = data.find(({ id, revokedAt }) => id === grantId && revokedAt === null);
          if (grant === undefined) return <EmptyState text={t('grants.gone')} />;
          return <TermsForm key={grant.id} grant={grant} />;
        }}
      </Loaded>
    </div>
  );
}

function TermsForm({ grant }: { readonly grant: Grant }) {
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
      <p>
        <strong>
          <Grantee to={grant.to} />
        </strong>
      </p>
      <p className="hint">{t('grants.editHint')}</p>
      <TermFields />
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} fields={grantFields} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
