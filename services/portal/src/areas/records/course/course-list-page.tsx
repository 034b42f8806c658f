import './course.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  courseFiltersOf,
  type CourseShow,
  courseStates,
  type CourseSummary,
  queryOf,
} from './course.model.js';
import { CourseTags } from './course-tags.js';

/** What the reader may take or has begun; for officers also what their unions offer, by state. */
export function CourseListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = courseFiltersOf(search);
  const { show, q } = filters;
  const shows: readonly CourseShow[] = isOfficer ? ['begun', ...courseStates] : ['begun'];
  return (
    <ListPage
      title={t('app.page.courses')}
      actions={
        <>
          {isOfficer && <ButtonLink to="/courses/new">{t('course.new')}</ButtonLink>}
          <ButtonLink to="/my-records" isPlain>
            {t('course.toRecords')}
          </ButtonLink>
          <ButtonLink to="/public/course-certificates" isPlain>
            {t('course.verifyTitle')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('course.find'),
        value: q ?? '',
        onFind: (text) => setSearch(searchOf(withFilter(filters, 'q', text === '' ? undefined : text))),
      }}
      filters={
        <Choice<CourseShow>
          label={t('course.show')}
          {...(show === undefined ? {} : { value: show })}
          options={[
            { value: '', label: t('course.forMe') },
            ...shows.map((value) => ({ value, label: t(`course.shows.${value}`) })),
          ]}
          onChange={(value) => setSearch(searchOf(withFilter(filters, 'show', value)))}
        />
      }
      list={useList('course', '/courses', queryOf(filters))}
      empty={{ text: t(q === undefined ? `course.noneOf.${show ?? 'mine'}` : 'course.noneFound') }}
    >
      {(courses) => (
        <ul className="card-list course-list">
          {courses.map((course) => (
            <CourseCard key={course.id} course={course} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function CourseCard({ course }: { readonly course: CourseSummary }) {
  const { id, title, summary, unionName } = course;
  return (
    <li className="card">
      <h2>
        <Link to={`/courses/${id}`}>{title}</Link>
      </h2>
      <CourseTags course={course} />
      <p>{summary}</p>
      <p className="hint">{unionName}</p>
    </li>
  );
}
