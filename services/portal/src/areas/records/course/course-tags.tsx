import { useTranslation } from 'react-i18next';
import type { CourseSummary } from './course.model.js';

type Tagged = Pick<CourseSummary, 'state' | 'begun' | 'passed'>;

/** How far the reader is, and how the course stands where nobody can begin it. */
export function CourseTags({ course: { state, begun, passed } }: { readonly course: Tagged }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      {passed && <span className="tag is-published">{t('course.passedTag')}</span>}
      {begun && !passed && <span className="tag is-closing">{t('course.begunTag')}</span>}
      {state !== 'published' && <span className="tag is-cancelled">{t(`course.state.${state}`)}</span>}
    </div>
  );
}
