import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { TextField } from '../agreement/plain-field.js';
import { Problems } from '../agreement/problems-at.js';
import { type Designed, designedOf, questionOf } from './designed.model.js';
import { QuestionList, QuestionPreview } from './question-list.js';
import type { SignUpFormView } from './question.model.js';

interface FormDesignerProps {
  readonly activityId: string;
  /** The form in force, with which the designer starts. */
  readonly form: Pick<SignUpFormView, 'version' | 'questions' | 'keepDays'>;
  readonly onSaved: () => void;
  readonly onBack: () => void;
}

/** Adds, words and orders questions, and previews them. */
export function FormDesigner({ activityId, form, onSaved, onBack }: FormDesignerProps) {
  const { t } = useTranslation();
  const [questions, setQuestions] = useState<readonly Designed[]>(() => form.questions.map(designedOf));
  const [keepDays, setKeepDays] = useState(String(form.keepDays));
  const save = useCommand('activity', 'put', '/activities/{activityId}/sign-up-form', { onStale: 'refuse' });
  const send = (): void =>
    save.mutate(
      {
        activityId,
        version: form.version,
        body: { questions: questions.map(questionOf), keepDays: Number(keepDays) || 0 },
      },
      { onSuccess: onSaved },
    );
  const problems = save.error instanceof ProblemError ? save.error.problem.errors : [];
  const placed = problems.map(({ pointer, detail }) => ({ pointer, text: detail }));
  return (
    <Problems.Provider value={placed}>
      <QuestionList questions={questions} onChange={setQuestions} />
      <TextField
        label={t('signUpForm.keepDays')}
        pointer="/keepDays"
        value={keepDays}
        isNumber
        maxLength={3}
        onChange={setKeepDays}
      />
      {questions.length > 0 && <QuestionPreview questions={questions} />}
      {save.isError && (
        <Refusal title={t('signUpForm.notSaved')} error={save.error} fields={problems.map(patternOf)} />
      )}
      <div className="actions">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t('signUpForm.save')}
        </Button>
        <Button onClick={onBack}>{t('signUpForm.back')}</Button>
      </div>
    </Problems.Provider>
  );
}

/** Every problem has a field in this form, so none is repeated below it. */
function patternOf({ pointer }: { readonly pointer: string }): string {
  return pointer.slice(1).replaceAll(/(^|\/)\d+(?=\/|$)/g, '$1*');
}
