import { courseTitles } from '../demo/steps/courses.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Courses: for whoever takes them, for officers who write them, and where anybody verifies a certificate. */
export async function coursePages(first: FindFirst): Promise<PortalPage[]> {
  const named = (state: string, title: string): Promise<string> =>
    first(`/courses?state=${state}&limit=1&q=${encodeURIComponent(title)}`);
  const passed = await named('published', courseTitles.digital);
  return [
    ...pagesAs('nobody', { 'verify-course-certificate': '/public/course-certificates' }),
    ...pagesAs('worker', {
      'worker-courses': '/courses',
      'worker-begun-courses': '/courses?show=begun',
      'worker-course': `/courses/${passed}`,
      'course-result': `/courses/${passed}/attempts/1`,
      'course-certificate': `/courses/${passed}/certificate`,
      'course-quiz': `/courses/${await named('published', courseTitles.fire)}/attempts/1`,
    }),
    ...pagesAs('officer', {
      courses: '/courses?show=published',
      course: `/courses/${passed}`,
      'draft-course': `/courses/${await named('draft', courseTitles.staff)}`,
      'new-course': '/courses/new',
      'edit-course': `/courses/${passed}/edit`,
      'course-figures': `/courses/${passed}/figures`,
    }),
  ];
}
