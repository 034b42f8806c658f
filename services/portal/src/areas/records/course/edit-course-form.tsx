import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CourseForm } from './course-form.js';
import type { CourseContent } from './course.model.js';
import { definitionOf, valuesOf } from './course-values.js';

export function EditCourseForm({ course }: { readonly course: CourseContent }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: courseId, version, state, unionId } = course;
  const change = useCommand('course', 'put', '/courses/{courseId}', { onStale: 'refuse' });
  return (
    <CourseForm
      command={change}
      initial={valuesOf(course)}
      files={{ unionId, courseId }}
      input={(values) => ({ courseId, version, body: definitionOf(values) })}
      submit={t(state === 'published' ? 'course.saveEdition' : 'common.save')}
      onDone={() => void navigate(`/courses/${courseId}`, { replace: true })}
    />
  );
}
