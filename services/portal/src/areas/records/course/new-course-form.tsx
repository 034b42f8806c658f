import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { CourseForm } from './course-form.js';
import type { CourseDefinition } from './course.model.js';
import { definitionOf, newValues, valuesOf } from './course-values.js';

interface NewCourseFormProps {
  /** Nothing to begin empty. */
  readonly template: CourseDefinition | undefined;
}

export function NewCourseForm({ template }: NewCourseFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('course', 'post', '/courses');
  const initial = template === undefined ? newValues : valuesOf(template);
  const [only] = own;
  if (me === undefined) return <LoadingState rows={8} />;
  return (
    <CourseForm
      isNew
      command={create}
      initial={own.length === 1 && only !== undefined ? { ...initial, unionId: only } : initial}
      input={(values) =>
        values.unionId === undefined ? null : { body: { ...definitionOf(values), unionId: values.unionId } }
      }
      submit={t('course.saveDraft')}
      onDone={({ id }) => void navigate(`/courses/${id}`, { replace: true })}
    />
  );
}
