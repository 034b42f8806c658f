import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/public/vacancies',
    'PublicVacanciesPage',
    () => import('./vacancy/public-vacancies-page.js'),
    'vacancy',
  ),
  page(
    '/vacancies/:vacancyId',
    'VacancyPage',
    () => import('./vacancy/vacancy-page.js'),
    'vacancy',
    'listingReview',
  ),
  page(
    '/public/benefits',
    'PublicBenefitsPage',
    () => import('./benefit/public-benefits-page.js'),
    'benefit',
  ),
  page(
    '/benefits/:benefitId',
    'BenefitPage',
    () => import('./benefit/benefit-page.js'),
    'benefit',
    'listingReview',
  ),
];

/** Pages for people who are signed in. */
export const pages = [
  page(
    '/vacancies',
    'VacancyListPage',
    () => import('./vacancy/vacancy-list-page.js'),
    'vacancy',
    'listingReview',
  ),
  page('/vacancies/new', 'NewVacancyPage', () => import('./vacancy/new-vacancy-page.js'), 'vacancy'),
  page(
    '/vacancies/:vacancyId/edit',
    'EditVacancyPage',
    () => import('./vacancy/edit-vacancy-page.js'),
    'vacancy',
  ),
  page(
    '/vacancies/:vacancyId/interests',
    'InterestListPage',
    () => import('./vacancy/interest-list-page.js'),
    'vacancy',
  ),
  page('/my-vacancy-interests', 'MyInterestsPage', () => import('./vacancy/my-interests-page.js'), 'vacancy'),
  page(
    '/benefits',
    'BenefitListPage',
    () => import('./benefit/benefit-list-page.js'),
    'benefit',
    'listingReview',
  ),
  page('/benefits/new', 'NewBenefitPage', () => import('./benefit/new-benefit-page.js'), 'benefit'),
  page(
    '/benefits/:benefitId/edit',
    'EditBenefitPage',
    () => import('./benefit/edit-benefit-page.js'),
    'benefit',
  ),
  page(
    '/listing-reviews',
    'ListingReviewListPage',
    () => import('./review/review-list-page.js'),
    'listingReview',
  ),
  page(
    '/listing-reviews/:reviewId',
    'ListingReviewPage',
    () => import('./review/review-page.js'),
    'listingReview',
  ),
];
