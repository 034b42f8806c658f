import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { PartyField } from '../../../session/party-field.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ActivityForm, activityFields, createOf, emptyForm } from '../activity/activity-form.js';
import { ActivityFormFields } from './activity-form-fields.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { useCreateActivity } from '../activity/use-organising.js';

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
  const [form] = Form.useForm<ActivityForm>();
  const create = useCreateActivity();
  const draft = useDraft<ActivityForm>('activity.new');
  const submit = (values: ActivityForm): void =>
    create.mutate(createOf(values), {
      onSuccess: ({ id }) => {
        draft.drop();
        void navigate(`/activities/${id}/organise`, { replace: true });
      },
      onError: (error) => showErrors(form, error, activityFields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={create.isPending}
      initialValues={{ ...emptyForm, ...draft.initial }}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="organiser"
        label={t('activityForm.organiser')}
        rules={[{ required: true, message: t('activityForm.organiserRequired') }]}
      >
        <PartyField />
      </Form.Item>
      <ActivityFormFields />
      {create.isError && (
        <Refusal title={t('activityForm.notCreated')} error={create.error} fields={activityFields} />
      )}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('activityForm.create')}
      </Button>
    </Form>
  );
}
