import '../../../kit/styles/organising.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import {
  answersOf,
  type AnswerValues,
  type Attempt,
  type AttemptQuestion,
  type ChoiceLetter,
  fieldOf,
} from './course.model.js';

/** The questions of an attempt. It is handed in once; what is chosen outlives a reload. */
export function QuizForm({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AnswerValues>();
  const typed: AnswerValues = Form.useWatch([], form) ?? {};
  const handIn = useCommand('course', 'post', '/courses/{courseId}/attempts/{number}/hand-in');
  const { courseId, number, questions, passPercent } = attempt;
  const unanswered = questions.length - answersOf(questions, typed).length;
  return (
    <CommandForm
      form={form}
      name="quiz"
      command={handIn}
      input={(values: AnswerValues) => ({
        courseId,
        number: String(number),
        body: { answers: answersOf(questions, values) },
      })}
      submit={t('course.handIn')}
      done={null}
      refused={t('course.notHandedIn')}
      confirm={{
        question:
          unanswered === 0 ? t('course.handInQuestion') : t('course.handInUnanswered', { count: unanswered }),
        text: t('course.handIn'),
      }}
      draft={`course-attempt.${courseId}.${number}`}
      onDone={() => scrollTo(0, 0)}
    >
      <p className="hint">{t('course.quizHint', { count: questions.length, percent: passPercent })}</p>
      {questions.map((question, index) => (
        <Form.Item key={question.question} name={fieldOf(question)}>
          <AnswerField question={question} position={index + 1} />
        </Form.Item>
      ))}
    </CommandForm>
  );
}

interface AnswerFieldProps {
  readonly question: AttemptQuestion;
  /** In this attempt. */
  readonly position: number;
  readonly value?: readonly ChoiceLetter[];
  readonly onChange?: (letters: readonly ChoiceLetter[]) => void;
}

function AnswerField({ question, position, value = [], onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const { text, several, choices } = question;
  const choose = (letter: ChoiceLetter): void => {
    if (!several) onChange?.([letter]);
    else onChange?.(value.includes(letter) ? value.filter((one) => one !== letter) : [...value, letter]);
  };
  return (
    <fieldset className="group">
      <legend>{t('course.questionTitle', { number: position, text })}</legend>
      <p className="hint">{t(several ? 'course.chooseSeveral' : 'course.chooseOne')}</p>
      {choices.map((choice) => (
        <label key={choice.letter} className="course-answer">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`answer-${question.question}`}
            checked={value.includes(choice.letter)}
            onChange={() => choose(choice.letter)}
          />
          {t('course.choice', { letter: choice.letter, text: choice.text })}
        </label>
      ))}
    </fieldset>
  );
}
