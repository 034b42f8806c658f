import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { type Course, type CourseLesson, lessonStandingOf, type LessonStanding } from './course.model.js';
import { LessonFiles } from './lesson-files.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'), { rows: 6 });

/** The lessons in their order: those that are read can be opened again, the next one stands open. */
export function LessonList({ course }: { readonly course: Course }) {
  const { t } = useTranslation();
  const { id, lessons, progress } = course;
  return (
    <section aria-labelledby="lessons-title">
      <h2 id="lessons-title">{t('course.lessons')}</h2>
      {progress !== null && <p className="hint">{t('course.lessonsHint')}</p>}
      <ol className="course-lessons">
        {lessons.map((lesson, index) => {
          const standing = lessonStandingOf(course, index);
          return (
            // One that is read folds, and the next one opens.
            <Lesson
              key={`${index}-${standing}`}
              courseId={id}
              number={index + 1}
              lesson={lesson}
              standing={standing}
            />
          );
        })}
      </ol>
    </section>
  );
}

interface LessonProps {
  readonly courseId: string;
  readonly number: number;
  readonly lesson: CourseLesson;
  readonly standing: LessonStanding;
}

function Lesson({ courseId, number, lesson, standing }: LessonProps) {
  const { title, text, link } = lesson;
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(standing === 'next');
  const heading = <h3>{t('course.lessonTitle', { number, title })}</h3>;
  if (standing === 'closed') return <li className="card">{heading}</li>;
  return (
    <li className="card">
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          {heading}
          {standing === 'read' && <span className="tag is-published">{t('course.readTag')}</span>}
        </summary>
        {isOpen && (
          <>
            <MarkdownText text={text} />
            <LessonFiles courseId={courseId} lesson={lesson} />
            {link && (
              <p>
                <a className="read-on" href={link} rel="noopener noreferrer nofollow" target="_blank">
                  {t('course.readOn')}
                </a>
              </p>
            )}
            {standing === 'next' && <ReadButton courseId={courseId} number={number} />}
          </>
        )}
      </details>
    </li>
  );
}

function ReadButton({ courseId, number }: Pick<LessonProps, 'courseId' | 'number'>) {
  const { t } = useTranslation();
  const read = useCommand('course', 'post', '/courses/{courseId}/lessons/{number}/read');
  return (
    <>
      {read.isError && <Refusal title={t('course.notRead')} error={read.error} />}
      <div className="actions">
        <Button
          type="primary"
          loading={read.isPending}
          onClick={() => read.mutate({ courseId, number: String(number) })}
        >
          {t('course.read')}
        </Button>
      </div>
    </>
  );
}
