import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { PartyField } from '../../../session/party-field.js';
import { ApplicationFields } from './application-fields.js';
import { applicationFields, applicationOf, type ApplicationValues } from './application-form.js';
import { type Programme, useProgramme } from './use-subsidies.js';
import { useApply } from './use-subsidy-acts.js';

export function ApplyPage() {
  const { programmeId = '' } = useParams();
  const programme = useProgramme(programmeId);
  return <Loaded query={programme}>{(found) => <ApplyForm programme={found} />}</Loaded>;
}

/** What a union asks for: kept as a draft, and handed in from its page. */
function ApplyForm({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ApplicationValues>();
  const unionId = Form.useWatch<NamedParty | undefined>('unionId', form)?.id;
  const apply = useApply();
  const submit = (values: ApplicationValues): void => {
    const terms = applicationOf(values);
    if (terms === null || values.unionId === undefined) return;
    apply.mutate(
      { ...terms, programmeId: programme.id, unionId: values.unionId.id },
      {
        onSuccess: ({ id }) => void navigate(`/subsidy-applications/${id}`),
        onError: (error) => showErrors(form, error, applicationFields),
      },
    );
  };
  return (
    <>
      <PageHead
        title={t('subsidy.application.applyFor', { title: programme.title })}
        back={`/subsidy-programmes/${programme.id}`}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card"
        disabled={apply.isPending}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <Form.Item
          name="unionId"
          label={t('subsidy.applicant')}
          rules={[{ required: true, message: t('subsidy.required') }]}
        >
          <PartyField only="union" />
        </Form.Item>
        <ApplicationFields unionId={unionId} />
        {apply.isError && (
          <Refusal title={t('subsidy.refused')} error={apply.error} fields={applicationFields} />
        )}
        <Button type="primary" htmlType="submit" loading={apply.isPending}>
          {t('subsidy.application.keep')}
        </Button>
      </Form>
    </>
  );
}
