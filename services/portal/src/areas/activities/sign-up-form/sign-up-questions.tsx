import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { QuestionFields } from './question-fields.js';
import { useSignUpForm } from './use-sign-up-form.js';

interface SignUpQuestionsProps {
  readonly activity: { readonly id: string; readonly formVersion: number };
}

/** The organiser's questions, as fields of the sign-up form around them. */
export function SignUpQuestions({ activity }: SignUpQuestionsProps) {
  const { t } = useTranslation();
  const form = useSignUpForm(activity);
  const companions =
    (Form.useWatch('companions') as readonly ({ name?: string } | undefined)[] | undefined) ?? [];
  if (form.data === undefined) {
    return form.error === null ? (
      <LoadingState rows={3} />
    ) : (
      <ErrorState error={form.error} onRetry={() => void form.refetch()} />
    );
  }
  const { questions, keepDays } = form.data;
  if (questions.length === 0) return null;
  return (
    <section aria-label={t('signUpForm.ask.heading')}>
      <h3>{t('signUpForm.ask.heading')}</h3>
      <p className="hint">{t('signUpForm.ask.privacy', { days: keepDays })}</p>
      <QuestionFields questions={questions} companions={companions.map((one) => one?.name)} />
    </section>
  );
}
