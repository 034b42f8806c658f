import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { CourseContent } from './course.model.js';

const EditCourseForm = lazyPart('EditCourseForm', () => import('./edit-course-form.js'), { rows: 10 });

/** A draft is written anew; what is published gets a new edition, and whoever has begun keeps theirs. */
export function EditCoursePage() {
  const { courseId = '' } = useParams();
  const query = useRead('course', '/courses/{courseId}/content', { courseId });
  return (
    <Loaded query={query}>
      {(course) => (course.state === 'ended' ? <NotFoundPage /> : <Editor key={course.id} course={course} />)}
    </Loaded>
  );
}

function Editor({ course }: { readonly course: CourseContent }) {
  const { t } = useTranslation();
  const isPublished = course.state === 'published';
  return (
    <>
      <PageHead
        title={t(isPublished ? 'course.reviseTitle' : 'course.editTitle')}
        back={`/courses/${course.id}`}
      />
      {isPublished && <p className="hint">{t('course.reviseHint')}</p>}
      <EditCourseForm course={course} />
    </>
  );
}
