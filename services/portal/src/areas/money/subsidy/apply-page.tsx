import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { PartyField } from '../../../session/party-field.js';
import { ApplicationFields } from './application-fields.js';
import { applicationOf, type ApplicationValues } from './application-form.js';
import type { Programme } from './subsidy.model.js';

export function ApplyPage() {
  const { programmeId = '' } = useParams();
  const programme = useRead('subsidyProgramme', '/subsidy-programmes/{programmeId}', { programmeId });
  return <Loaded query={programme}>{(found) => <ApplyForm programme={found} />}</Loaded>;
}

/** An application, saved as a draft; it is submitted from its own page. */
function ApplyForm({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ApplicationValues>();
  const unionId = Form.useWatch<NamedParty | undefined>('unionId', form)?.id;
  const apply = useCommand('subsidyApplication', 'post', '/subsidy-applications');
  return (
    <>
      <PageHead
        title={t('subsidy.application.applyFor', { title: programme.title })}
        back={`/subsidy-programmes/${programme.id}`}
      />
      <CommandForm
        form={form}
        command={apply}
        input={(values) => {
          const terms = applicationOf(values);
          if (terms === null || values.unionId === undefined) return null;
          return { body: { ...terms, programmeId: programme.id, unionId: values.unionId.id } };
        }}
        submit={t('subsidy.application.keep')}
        refused={t('subsidy.refused')}
        onDone={({ id }) => void navigate(`/subsidy-applications/${id}`)}
        className="card"
      >
        <Form.Item
          name="unionId"
          label={t('subsidy.applicant')}
          rules={[{ required: true, message: t('subsidy.required') }]}
        >
          <PartyField only="union" />
        </Form.Item>
        <ApplicationFields unionId={unionId} />
      </CommandForm>
    </>
  );
}
