import './course.css';
import { Alert, Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { RoleName } from '../../../session/use-offices.js';
import type { Course } from './course.model.js';
import { CourseTags } from './course-tags.js';
import { LessonList } from './lesson-list.js';
import { OfficerActs } from './officer-acts.js';
import { QuizCard } from './quiz-card.js';

const officers: readonly RoleName[] = ['officer'];

/** One course: for whoever takes it, in the edition with which they have begun, and for officers of its union. */
export function CoursePage() {
  const { courseId = '' } = useParams();
  const query = useRead('course', '/courses/{courseId}', { courseId });
  return <Loaded query={query}>{(course) => <OneCourse key={course.id} course={course} />}</Loaded>;
}

function OneCourse({ course }: { readonly course: Course }) {
  const isOfficer = useReaches(course.unionId, officers);
  const { title, summary, state, progress, beginnable } = course;
  const passed = progress?.certificateNumber != null;
  return (
    <DetailPage
      title={title}
      back="/courses"
      state={<CourseTags course={{ state, begun: progress !== null, passed }} />}
      notices={<Notices course={course} />}
      aside={
        (isOfficer || progress !== null) && (
          <>
            {progress !== null && <QuizCard course={{ ...course, progress }} />}
            {isOfficer && <OfficerActs course={course} />}
          </>
        )
      }
    >
      <section className="card">
        <p className="prose">{summary}</p>
        <Facts course={course} />
        {beginnable && <Begin courseId={course.id} />}
      </section>
      <LessonList course={course} />
    </DetailPage>
  );
}

function Notices({ course: { state, progress } }: { readonly course: Course }) {
  const { t } = useTranslation();
  if (state === 'published') return null;
  const words =
    state === 'draft' ? 'course.isDraft' : progress === null ? 'course.isEnded' : 'course.isEndedForOthers';
  return <Alert type="info" showIcon className="notice" title={t(words)} />;
}

function Begin({ courseId }: { readonly courseId: string }) {
  const { t } = useTranslation();
  const begin = useCommand('course', 'post', '/courses/{courseId}/begin');
  return (
    <>
      {begin.isError && <Refusal title={t('course.notBegun')} error={begin.error} />}
      <div className="actions">
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({ courseId })}>
          {t('course.begin')}
        </Button>
      </div>
    </>
  );
}

function Facts({ course }: { readonly course: Course }) {
  const { t } = useTranslation();
  const { unionName, audience, lessons, questions, passPercent, attemptsMax, validMonths } = course;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('course.union'), unionName],
    [t('course.audienceLabel'), t(`course.audience.${audience}`, { union: unionName })],
    [t('course.lessons'), t('course.lessonCount', { count: lessons.length })],
    [t('course.quiz'), t('course.quizRule', { count: questions, percent: passPercent })],
    [t('course.attemptsMax'), t('course.attemptCount', { count: attemptsMax })],
    [
      t('course.validity'),
      validMonths === null ? t('course.validForGood') : t('course.validMonths', { count: validMonths }),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
