import '../../../kit/styles/organising.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { PartyField } from '../../../session/party-field.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ActivityForm, createOf, emptyForm } from '../activity/activity-form.js';
import { ActivityFormFields } from './activity-form-fields.js';
import { organisingRoles } from '../../../session/use-may-manage.js';

export function NewActivityPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const organises = holds(...organisingRoles);
  return (
    <div className="form-page">
      <PageHead
        title={t(organises ? 'activityForm.newTitle' : 'activityForm.proposeTitle')}
        back="/activities"
      />
      <p className="hint">{t(organises ? 'activityForm.newHint' : 'activityForm.proposeHint')}</p>
      <NewActivityForm />
    </div>
  );
}

function NewActivityForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('activity', 'post', '/activities');
  return (
    <CommandForm
      command={create}
      input={(values: ActivityForm) => ({ body: createOf(values) })}
      submit={t('activityForm.create')}
      refused={t('activityForm.notCreated')}
      onDone={({ id }) => void navigate(`/activities/${id}/organise`, { replace: true })}
      initialValues={emptyForm}
      draft="activity.new"
      className="card"
    >
      <Form.Item
        name="organiser"
        label={t('activityForm.organiser')}
        rules={[{ required: true, message: t('activityForm.organiserRequired') }]}
      >
        <PartyField />
      </Form.Item>
      <ActivityFormFields />
    </CommandForm>
  );
}
