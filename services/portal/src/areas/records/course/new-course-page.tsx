import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import type { CourseDefinition } from './course.model.js';
import { TemplateChoice } from './template-choice.js';

const NewCourseForm = lazyPart('NewCourseForm', () => import('./new-course-form.js'), { rows: 10 });

/** A new course, empty or from a template. It is a draft until it is published. */
export function NewCoursePage() {
  const { t } = useTranslation();
  const [template, setTemplate] = useState<{
    readonly id: string;
    readonly definition?: CourseDefinition | undefined;
  }>({ id: '' });
  return (
    <>
      <PageHead title={t('course.new')} back="/courses" />
      <p className="hint">{t('course.newHint')}</p>
      <TemplateChoice value={template.id} onChoose={(id, definition) => setTemplate({ id, definition })} />
      <NewCourseForm key={template.id} template={template.definition} />
    </>
  );
}
