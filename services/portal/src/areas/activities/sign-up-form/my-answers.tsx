import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { AnswerText } from './answer-text.js';
import { QuestionFields } from './question-fields.js';
import {
  answerFields,
  answersOf,
  type SignUpFormView,
  type TypedAnswers,
  typedOf,
} from './question.model.js';
import { useGiveAnswers, useMyAnswers, useSignUpForm } from './use-sign-up-form.js';

type MyAnswersView = components['schemas']['RegistrationAnswersView'];

interface MyAnswersProps {
  readonly activity: { readonly id: string; readonly formVersion: number };
  readonly registration: { readonly id: string; readonly heads: number };
  /** Until sign-up closes. */
  readonly mayChange: boolean;
}

/** What I said at sign-up, to be changed until sign-up closes. */
export function MyAnswers({ activity, registration, mayChange }: MyAnswersProps) {
  const { t } = useTranslation();
  const answers = useMyAnswers(registration.id);
  const form = useSignUpForm(activity);
  const [isOpen, setIsOpen] = useState(false);
  if (answers.data === undefined || form.data === undefined || form.data.questions.length === 0) return null;
  const { toComplete, notAsked } = answers.data;
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
          heads={registration.heads}
          onDone={() => setIsOpen(false)}
        />
      ) : (
        <>
          <dl className="facts">
            {form.data.questions.map((question) => (
              <div key={question.id}>
                <dt>{question.title}</dt>
                <dd>
                  <AnswerText question={question} value={answers.data.answers[question.id]} />
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
  readonly heads: number;
  readonly onDone: () => void;
}

function AnswersForm({ form: asked, answers, heads, onDone }: AnswersFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly answers?: TypedAnswers }>();
  const give = useGiveAnswers(answers.registrationId);
  const fields = answerFields(asked.questions);
  const submit = (values: { readonly answers?: TypedAnswers }): void =>
    give.mutate(
      { answers: answersOf(asked.questions, values.answers ?? {}, heads), formVersion: asked.version },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={give.isPending}
      initialValues={{ answers: typedOf(asked.questions, answers.answers) }}
      onFinish={submit}
    >
      <QuestionFields questions={asked.questions} heads={heads} />
      {give.isError && <Refusal title={t('signUpForm.mine.notSaved')} error={give.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('signUpForm.mine.save')}
        </Button>
        <Button onClick={onDone}>{t('signUpForm.back')}</Button>
      </div>
    </Form>
  );
}
