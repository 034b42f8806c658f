import { benefitTitles, vacancyTitles } from '../demo/steps/listings.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Vacancies and benefits: for anybody, for whoever uses them, and for officers who write them. */
export async function listingPages(first: FindFirst): Promise<PortalPage[]> {
  const named = (list: string, title: string): Promise<string> =>
    first(`/${list}?state=published&limit=1&q=${encodeURIComponent(title)}`);
  const vacancy = await named('vacancies', vacancyTitles.lathe);
  const [card, finance] = [
    await named('benefits', benefitTitles.books),
    await named('benefits', benefitTitles.insurance),
  ];
  const review = await first('/listing-reviews');
  return [
    ...pagesAs('nobody', {
      'public-vacancies': '/public/vacancies',
      'public-vacancy': `/vacancies/${vacancy}`,
      'public-benefits': '/public/benefits',
      'public-benefit': `/benefits/${finance}`,
    }),
    ...pagesAs('worker', {
      'worker-vacancies': '/vacancies',
      'worker-vacancy': `/vacancies/${vacancy}`,
      'worker-vacancy-interests': '/my-vacancy-interests',
      'worker-benefits': '/benefits',
      'worker-benefit': `/benefits/${card}`,
    }),
    ...pagesAs('officer', {
      vacancies: '/vacancies?state=published',
      vacancy: `/vacancies/${vacancy}`,
      'new-vacancy': '/vacancies/new',
      'edit-vacancy': `/vacancies/${vacancy}/edit`,
      'vacancy-interests': `/vacancies/${vacancy}/interests`,
      'listing-reviews': '/listing-reviews',
      'listing-review': `/listing-reviews/${review}`,
      benefits: '/benefits?state=published',
      benefit: `/benefits/${finance}`,
      'new-benefit': '/benefits/new',
      'edit-benefit': `/benefits/${finance}/edit`,
    }),
  ];
}
