import { Button, Form } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedQuestion } from './designed-question.js';
import { type Designed, moved, newQuestion, questionOf, questionsMax } from './designed.model.js';
import { QuestionFields } from './question-fields.js';

interface QuestionListProps {
  readonly questions: readonly Designed[];
  readonly onChange: (questions: readonly Designed[]) => void;
  /** Of a service: one person answers, for whoever deals with it. */
  readonly isPlain?: boolean;
}

/** Adds, words and orders questions. */
export function QuestionList({ questions, onChange, isPlain = false }: QuestionListProps) {
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
            isPlain={isPlain}
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

/** The questions as those see them who answer. */
export function QuestionPreview({ questions }: { readonly questions: readonly Designed[] }) {
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
