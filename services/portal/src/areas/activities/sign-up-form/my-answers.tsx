import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { AnswerText } from './answer-text.js';
import { QuestionFields } from './question-fields.js';
import { answersOf, type SignUpFormView, type TypedAnswers, typedOf } from './question.model.js';
import { useSignUpForm } from './use-sign-up-form.js';

type MyAnswersView = components['schemas']['RegistrationAnswersView'];

interface MyAnswersProps {
  readonly activity: { readonly id: string; readonly formVersion: number };
  readonly registration: { readonly id: string; readonly companions: readonly { readonly name: string }[] };
  /** Until sign-up closes. */
  readonly mayChange: boolean;
}

/** My answers at sign-up, which I can change until sign-up closes. */
export function MyAnswers({ activity, registration, mayChange }: MyAnswersProps) {
  const { t } = useTranslation();
  const answers = useRead('registration', '/registrations/{registrationId}/answers', {
    registrationId: registration.id,
  });
  const form = useSignUpForm(activity);
  const [isOpen, setIsOpen] = useState(false);
  if (answers.data === undefined || form.data === undefined || form.data.questions.length === 0) return null;
  const { toComplete, notAsked } = answers.data;
  const companions = registration.companions.map(({ name }) => name);
  return (
    <section className="my-answers" aria-label={t('signUpForm.mine.title')}>
      <h3>{t('signUpForm.mine.title')}</h3>
      {toComplete && (
        <Alert type="warning" showIcon className="notice" title={t('signUpForm.mine.toComplete')} />
      )}
      {!toComplete && notAsked.length > 0 && (
        <p className="hint">{t('signUpForm.mine.notAsked', { count: notAsked.length })}</p>
      )}
      {isOpen ? (
        <AnswersForm
          form={form.data}
          answers={answers.data}
          companions={companions}
          onDone={() => setIsOpen(false)}
        />
      ) : (
        <>
          <dl className="facts">
            {form.data.questions.map((question) => (
              <div key={question.id}>
                <dt>{question.title}</dt>
                <dd>
                  <AnswerText
                    question={question}
                    value={answers.data.answers[question.id]}
                    companions={companions}
                  />
                </dd>
              </div>
            ))}
          </dl>
          {mayChange && <Button onClick={() => setIsOpen(true)}>{t('signUpForm.mine.edit')}</Button>}
        </>
      )}
    </section>
  );
}

interface AnswersFormProps {
  readonly form: SignUpFormView;
  readonly answers: MyAnswersView;
  readonly companions: readonly string[];
  readonly onDone: () => void;
}

interface TypedForm {
  readonly answers?: TypedAnswers;
}

function AnswersForm({ form, answers, companions, onDone }: AnswersFormProps) {
  const { t } = useTranslation();
  const save = useCommand('registration', 'put', '/registrations/{registrationId}/answers');
  return (
    <CommandForm
      command={save}
      input={({ answers: typed = {} }: TypedForm) => ({
        registrationId: answers.registrationId,
        body: { answers: answersOf(form.questions, typed, 1 + companions.length), formVersion: form.version },
      })}
      submit={t('signUpForm.mine.save')}
      refused={t('signUpForm.mine.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      cancel={t('signUpForm.back')}
      initialValues={{ answers: typedOf(form.questions, answers.answers) }}
    >
      <QuestionFields questions={form.questions} companions={companions} />
    </CommandForm>
  );
}
