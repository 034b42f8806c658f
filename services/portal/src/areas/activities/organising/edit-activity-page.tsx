import '../../../kit/styles/organising.css';
import { Alert, Button, Form } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { loadTexts } from '../../../i18n/index.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import {
  type Activity,
  type ActivityForm,
  activityFields,
  changedMeanwhile,
  changesOf,
  formOfActivity,
} from '../activity/activity-form.js';
import { ActivityFormFields } from './activity-form-fields.js';
import { useFieldTexts } from './field-texts.js';
import type { Copied } from '../activity/copy-notes.js';
import { OfActivity } from '../activity/of-activity.js';

/** Needed only after a copy, whose form has loaded it already: other edits do not load it. */
const CopiedNotice = lazy(async () => {
  const [module] = await Promise.all([import('../activity/copied-notice.js'), loadTexts('draft')]);
  return { default: module.CopiedNotice };
});

export function EditActivityPage() {
  return <OfActivity>{(activity) => <EditActivity activity={activity} />}</OfActivity>;
}

function EditActivity({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { state } = useLocation() as { readonly state: { readonly copied?: Copied } | null };
  const copied = state?.copied;
  const isOpen = activity.state === 'draft' || activity.state === 'published';
  return (
    <div className="form-page">
      <PageHead title={t('activityForm.editTitle')} back={`/activities/${activity.id}/organise`} />
      {copied !== undefined && (
        <Suspense fallback={<LoadingState rows={2} />}>
          <CopiedNotice activity={activity} copied={copied} />
        </Suspense>
      )}
      {activity.state === 'published' && <p className="hint">{t('activityForm.publishedHint')}</p>}
      {isOpen ? (
        <EditForm activity={activity} />
      ) : (
        <Alert type="info" showIcon title={t('activityForm.notEditable')} />
      )}
    </div>
  );
}

interface Kept {
  readonly base: Activity;
  readonly values: ActivityForm;
}

/** Sends only what was changed here, so that two people who edit different fields do not undo each other's changes. */
function EditForm({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ActivityForm>();
  const draft = useDraft<Kept>(`activity.edit.${activity.id}`);
  const [base] = useState(() => draft.initial?.base ?? activity);
  const edit = useCommand('activity', 'patch', '/activities/{activityId}', { onStale: 'refuse' });
  useNamedField();
  const done = (): void => {
    draft.drop();
    void navigate(`/activities/${activity.id}/organise`);
  };
  // A refusal is about the version that was sent; once the page shows a newer one it is settled.
  const isPresent = edit.variables?.version === activity.version;
  const submit = (values: ActivityForm): void => {
    const changes = changesOf(values, base);
    if (Object.keys(changes).length === 0) return done();
    edit.mutate(
      { activityId: activity.id, version: activity.version, body: changes },
      { onSuccess: done, onError: (error) => showErrors(form, error, activityFields) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={edit.isPending}
      initialValues={draft.initial?.values ?? formOfActivity(base)}
      onValuesChange={(changed, values: ActivityForm) => draft.keep(changed, { base, values })}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Meanwhile base={base} activity={activity} />
      <p className="hint">{t('activityForm.organisedBy', { name: activity.organiser.name })}</p>
      <ActivityFormFields />
      {edit.isError && isPresent && (
        <Refusal title={t('activityForm.notSaved')} error={edit.error} fields={activityFields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('common.save')}
        </Button>
        <Button onClick={done}>{t('activityForm.discard')}</Button>
      </div>
    </Form>
  );
}

/** Goes to the field that the address names: the checklist leads there. */
function useNamedField(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.focus();
  }, [hash]);
}

/** What somebody else has changed since this form was opened. Their change stays unless this form changes the same field. */
function Meanwhile({ base, activity }: { readonly base: Activity; readonly activity: Activity }) {
  const { t } = useTranslation();
  const textOf = useFieldTexts(activity);
  const changed = changedMeanwhile(base, activity);
  if (changed.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="notice"
      title={t('activityForm.meanwhile')}
      description={
        <>
          <ul>
            {changed.map((field) => (
              <li key={field}>
                {t('activityForm.nowIs', { field: t(`activityForm.${field}`), value: textOf(field) })}
              </li>
            ))}
          </ul>
          <p>{t('activityForm.meanwhileHint')}</p>
        </>
      }
    />
  );
}
