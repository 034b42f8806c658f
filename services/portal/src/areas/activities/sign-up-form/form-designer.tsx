import { Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { TextField } from '../agreement/plain-field.js';
import { Problems } from '../agreement/problems-at.js';
import { DesignedQuestion } from './designed-question.js';
import { type Designed, designedOf, moved, newQuestion, questionOf, questionsMax } from './designed.model.js';
import { QuestionFields } from './question-fields.js';
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
      {questions.length > 0 && <Preview questions={questions} />}
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

interface QuestionListProps {
  readonly questions: readonly Designed[];
  readonly onChange: (questions: readonly Designed[]) => void;
}

function QuestionList({ questions, onChange }: QuestionListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const move = (index: number, by: -1 | 1): void => {
    onChange(moved(questions, index, by));
    // Keyboard users stay with the question that they move.
    setTimeout(() => list.current?.querySelectorAll<HTMLElement>('.designed')[index + by]?.focus());
  };
  const ids = questions.map(({ id }) => id);
  return (
    <>
      <div ref={list}>
        {questions.map((question, index) => (
          <DesignedQuestion
            key={question.id}
            question={question}
            index={index}
            isLast={index === questions.length - 1}
            onChange={(changed) => onChange(questions.map((one, at) => (at === index ? changed : one)))}
            onMove={(by) => move(index, by)}
            onRemove={() => onChange(questions.filter((_one, at) => at !== index))}
          />
        ))}
      </div>
      {questions.length < questionsMax && (
        <Button type="dashed" block onClick={() => onChange([...questions, newQuestion(ids)])}>
          {t('signUpForm.add')}
        </Button>
      )}
    </>
  );
}

/** Every problem has a field in this form, so none is repeated below it. */
function patternOf({ pointer }: { readonly pointer: string }): string {
  return pointer.slice(1).replaceAll(/(^|\/)\d+(?=\/|$)/g, '$1*');
}

function Preview({ questions }: { readonly questions: readonly Designed[] }) {
  const { t } = useTranslation();
  const shown = questions
    .map(questionOf)
    .map((one) => ({ ...one, title: one.title || t('signUpForm.newQuestion') }));
  return (
    <details className="register-others">
      <summary>{t('signUpForm.preview')}</summary>
      <p className="hint">{t('signUpForm.previewHint')}</p>
      <Form layout="vertical" requiredMark={false} component={false}>
        <QuestionFields questions={shown} companions={[]} />
      </Form>
    </details>
  );
}
