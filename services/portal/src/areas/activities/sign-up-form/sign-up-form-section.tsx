import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import type { SignUpFormView } from './question.model.js';
import { useSignUpForm } from './use-sign-up-form.js';

const FormDesigner = lazyPart('FormDesigner', () => import('./form-designer.js'));
type PresentForm = Pick<SignUpFormView, 'version' | 'questions' | 'keepDays'>;

const empty: PresentForm = { version: 0, questions: [], keepDays: 180 };

interface SignUpFormSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The questions at sign-up, their designer, and a link to the answers. */
export function SignUpFormSection({ activity, mayManage }: SignUpFormSectionProps) {
  const { t } = useTranslation();
  const form = useSignUpForm(activity);
  const present = activity.formVersion === 0 ? empty : form.data;
  return (
    <section className="card" aria-labelledby="sign-up-form-title">
      <h2 id="sign-up-form-title">{t('signUpForm.title')}</h2>
      {present === undefined && form.error === null && <LoadingState rows={2} />}
      {present === undefined && form.error !== null && (
        <ErrorState error={form.error} onRetry={() => void form.refetch()} />
      )}
      {present !== undefined && <Present activity={activity} mayManage={mayManage} form={present} />}
    </section>
  );
}

interface PresentProps extends SignUpFormSectionProps {
  readonly form: PresentForm;
}

function Present({ activity, mayManage, form }: PresentProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const saved = (): void => {
    setIsSaved(true);
    setIsOpen(false);
  };
  if (isOpen) {
    const back = (): void => setIsOpen(false);
    return <FormDesigner activityId={activity.id} form={form} onSaved={saved} onBack={back} />;
  }
  const mayChange = mayManage && (activity.state === 'draft' || activity.state === 'published');
  return (
    <>
      {isSaved && (
        <Alert type="success" showIcon role="status" className="notice" title={t('signUpForm.saved')} />
      )}
      <Asked form={form} />
      <div className="actions">
        {mayChange && <Button onClick={() => setIsOpen(true)}>{t('signUpForm.design')}</Button>}
        {form.version > 0 && activity.state !== 'draft' && (
          <Link to={`/activities/${activity.id}/answers`}>{t('signUpForm.toAnswers')}</Link>
        )}
      </div>
    </>
  );
}

function Asked({ form }: { readonly form: PresentForm }) {
  const { t } = useTranslation();
  const { questions, version, keepDays } = form;
  if (questions.length === 0) return <p>{t('signUpForm.none')}</p>;
  return (
    <>
      <p>{t('signUpForm.count', { count: questions.length, version })}</p>
      <ol>
        {questions.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ol>
      <p className="hint">{t('signUpForm.kept', { days: keepDays })}</p>
    </>
  );
}
