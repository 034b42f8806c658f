import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Course } from './course.model.js';

/** What comes next for a course. One that is ended has its figures alone. */
export function OfficerActs({ course }: { readonly course: Course }) {
  if (course.state === 'draft') return <Publish course={course} />;
  return <Offered course={course} />;
}

function Publish({ course: { id: courseId, version } }: { readonly course: Course }) {
  const { t } = useTranslation();
  const publish = useCommand('course', 'post', '/courses/{courseId}/publish');
  return (
    <section className="card" aria-label={t('course.publish')}>
      {publish.isError && <Refusal title={t('course.notPublished')} error={publish.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={publish.isPending}
          question={t('course.publishQuestion')}
          confirmText={t('course.publish')}
          onConfirm={() => publish.mutate({ courseId, version })}
        >
          {t('course.publish')}
        </ConfirmButton>
        <ButtonLink to={`/courses/${courseId}/edit`} isPlain>
          {t('course.edit')}
        </ButtonLink>
      </div>
    </section>
  );
}

function Offered({ course }: { readonly course: Course }) {
  const { t } = useTranslation();
  const isPublished = course.state === 'published';
  return (
    <section className="card" aria-labelledby="officer-title">
      <h2 id="officer-title">{t('course.manage')}</h2>
      <div className="actions">
        <ButtonLink to={`/courses/${course.id}/figures`} isPlain>
          {t('course.figures')}
        </ButtonLink>
        {isPublished && (
          <ButtonLink to={`/courses/${course.id}/edit`} isPlain>
            {t('course.revise')}
          </ButtonLink>
        )}
      </div>
      {isPublished && <End course={course} />}
    </section>
  );
}

function End({ course: { id: courseId, version } }: { readonly course: Course }) {
  const { t } = useTranslation();
  const end = useCommand('course', 'post', '/courses/{courseId}/end');
  return (
    <details>
      <summary>{t('course.end')}</summary>
      <p className="hint">{t('course.endHint')}</p>
      {end.isError && <Refusal title={t('course.notEnded')} error={end.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={end.isPending}
          question={t('course.endQuestion')}
          confirmText={t('course.end')}
          onConfirm={() => end.mutate({ courseId, version })}
        >
          {t('course.end')}
        </ConfirmButton>
      </div>
    </details>
  );
}
