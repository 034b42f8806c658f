import '../../../kit/styles/organising.css';
import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input, TextArea } from '../../../kit/input.js';
import { choiceLetters } from './course.model.js';
import { newQuestion, type QuestionValues } from './course-values.js';

const questionsMax = 50;
const choicesMin = 2;

/** The questions of the quiz in a form, each with its choices and which of them are right. */
export function QuestionFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <>
          <p className="hint">{t('course.questionsHint')}</p>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="group">
              <legend>{t('course.questionNumber', { number: name + 1 })}</legend>
              <Question name={name} />
              {fields.length > 1 && (
                <div className="actions notice">
                  <Button
                    aria-label={t('course.removeQuestion', { number: name + 1 })}
                    onClick={() => remove(name)}
                  >
                    {t('course.remove')}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
          {fields.length < questionsMax && (
            <Button onClick={() => add(newQuestion)}>{t('course.addQuestion')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Question({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={[name, 'text']}
        label={t('course.questionText')}
        rules={[{ required: true, whitespace: true, message: t('course.questionRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Choices question={name} />
      <Form.Item
        name={[name, 'explanation']}
        label={t('course.explanation')}
        extra={t('course.explanationHint')}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

function Choices({ question }: { readonly question: number }) {
  const { t } = useTranslation();
  const oneIsRight = {
    validator: (_rule: unknown, choices: QuestionValues['choices'] | undefined): Promise<void> =>
      choices?.some(({ right }) => right)
        ? Promise.resolve()
        : Promise.reject(new Error(t('course.rightRequired'))),
  };
  return (
    <Form.List name={[question, 'choices']} rules={[oneIsRight]}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="course-choice">
              <OneChoice name={name} />
              {fields.length > choicesMin && (
                <Form.Item>
                  <Button
                    aria-label={t('course.removeChoice', { letter: choiceLetters[name] ?? '' })}
                    onClick={() => remove(name)}
                  >
                    {t('course.remove')}
                  </Button>
                </Form.Item>
              )}
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < choiceLetters.length && (
            <p>
              <Button onClick={() => add({ text: '' })}>{t('course.addChoice')}</Button>
            </p>
          )}
        </>
      )}
    </Form.List>
  );
}

function OneChoice({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  const letter = choiceLetters[name] ?? '';
  return (
    <>
      <Form.Item
        name={[name, 'text']}
        label={t('course.choiceLabel', { letter })}
        rules={[{ required: true, whitespace: true, message: t('course.choiceRequired') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[name, 'right']} valuePropName="checked">
        <Checkbox>{t('course.isRight', { letter })}</Checkbox>
      </Form.Item>
    </>
  );
}
