import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PartyField } from '../../../session/party-field.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ActivityForm, createOf, emptyForm } from '../activity/activity-form.js';
import { ActivityFormFields } from './activity-form-fields.js';
import { organisingRoles } from '../../../session/use-may-manage.js';

const CopyEarlier = lazyPart('CopyEarlier', () => import('./copy-earlier.js'), { texts: ['draft'] });

export function NewActivityPage() {
  const { t } = useTranslation();
  const [isCopying, setIsCopying] = useState(false);
  const { holds } = useOffices();
  const organises = holds(...organisingRoles);
  return (
    <div className="form-page">
      <PageHead
        title={t(organises ? 'activityForm.newTitle' : 'activityForm.proposeTitle')}
        back="/activities"
      />
      <p className="hint">{t(organises ? 'activityForm.newHint' : 'activityForm.proposeHint')}</p>
      {organises && !isCopying && (
        <p>
          <Button onClick={() => setIsCopying(true)}>{t('activityForm.copyEarlier')}</Button>
        </p>
      )}
      {isCopying ? <CopyEarlier onBack={() => setIsCopying(false)} /> : <NewActivityForm />}
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
