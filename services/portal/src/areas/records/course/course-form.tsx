import './course.css';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type CourseAudience, courseAudiences, type CourseContent } from './course.model.js';
import { type CourseValues, hasFiles, withoutFiles } from './course-values.js';
import { LessonFields } from './lesson-fields.js';
import { QuestionFields } from './question-fields.js';

interface CourseFormProps<Sent> {
  readonly command: Command<Sent, CourseContent>;
  /** What is sent; null where something is missing. */
  readonly input: (values: CourseValues) => Sent | null;
  readonly initial: CourseValues;
  /** A new one also says which union offers it. */
  readonly isNew?: boolean;
  /** Of one that is there: whose files its lessons show, and where those are. */
  readonly files?: { readonly unionId: string; readonly courseId: string };
  readonly submit: string;
  readonly onDone: (course: CourseContent) => void;
}

/** What a course is about, its lessons, its quiz, and what it takes to pass. */
export function CourseForm<Sent>({
  command,
  input,
  initial,
  isNew = false,
  files,
  submit,
  onDone,
}: CourseFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CourseValues>();
  const chosenUnionId = Form.useWatch('unionId', form);
  const [isCleared, setIsCleared] = useState(false);
  const followUnion = ({ lessons }: CourseValues, changed: Partial<CourseValues>): void => {
    if (!('unionId' in changed)) return;
    const had = hasFiles(lessons);
    setIsCleared(had);
    if (had) form.setFieldValue('lessons', withoutFiles(lessons));
  };
  return (
    <CommandForm
      form={form}
      name="course"
      command={command}
      input={input}
      submit={submit}
      refused={t('course.notSaved')}
      onDone={onDone}
      onChange={followUnion}
      initialValues={initial}
    >
      <section className="card" aria-labelledby="about-title">
        <h2 id="about-title">{t('course.about')}</h2>
        {isNew && (
          <Form.Item
            name="unionId"
            label={t('course.union')}
            rules={[{ required: true, message: t('course.unionRequired') }]}
          >
            <UnionPicker roles={['officer']} none={t('common.choose')} />
          </Form.Item>
        )}
        <About />
      </section>
      <section className="card" aria-labelledby="lessons-title">
        <h2 id="lessons-title">{t('course.lessons')}</h2>
        {isCleared && (
          <Alert type="warning" showIcon role="alert" className="notice" title={t('course.filesCleared')} />
        )}
        <LessonFields unionId={files?.unionId ?? chosenUnionId} courseId={files?.courseId} />
      </section>
      <section className="card" aria-labelledby="quiz-title">
        <h2 id="quiz-title">{t('course.quiz')}</h2>
        <QuestionFields />
      </section>
      <section className="card" aria-labelledby="passing-title">
        <h2 id="passing-title">{t('course.passing')}</h2>
        <Passing />
      </section>
    </CommandForm>
  );
}

function About() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('course.titleLabel')}
        rules={[{ required: true, whitespace: true, message: t('course.titleRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('course.summary')}
        rules={[{ required: true, whitespace: true, message: t('course.summaryRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="audience" label={t('course.audienceLabel')}>
        <Choice<CourseAudience>
          options={courseAudiences.map((value) => ({ value, label: t(`course.audienceOption.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

const percentMax = 100;
const attemptsMax = 10;
/** 1 to 120. */
const monthsPattern = /^([1-9]\d?|1[01]\d|120)$/;

function Passing() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="passPercent"
        label={t('course.passPercent')}
        extra={t('course.passPercentHint')}
        rules={[wholeNumberRule(1, percentMax, t('course.figureBetween', { max: percentMax }))]}
      >
        <Input inputMode="numeric" maxLength={3} />
      </Form.Item>
      <Form.Item
        name="attemptsMax"
        label={t('course.attemptsMax')}
        rules={[wholeNumberRule(1, attemptsMax, t('course.figureBetween', { max: attemptsMax }))]}
      >
        <Input inputMode="numeric" maxLength={2} />
      </Form.Item>
      <Form.Item
        name="validMonths"
        label={t('course.validMonthsLabel')}
        extra={t('course.validMonthsHint')}
        rules={[{ pattern: monthsPattern, message: t('course.figureBetween', { max: 120 }) }]}
      >
        <Input inputMode="numeric" maxLength={3} />
      </Form.Item>
    </div>
  );
}
