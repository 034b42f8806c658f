import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Seasons: one that has not opened, one that is closed with what it found, and one that is open, with who has not answered and the answering. */
export async function efficacySurveyPages(first: FindFirst): Promise<PortalPage[]> {
  const closed = await first('/efficacy-surveys?state=closed&limit=1');
  const open = await first('/efficacy-surveys?state=open&limit=1');
  const planned = await first('/efficacy-surveys?state=scheduled&limit=1');
  return pagesAs('officer', {
    'efficacy-surveys': '/efficacy-surveys',
    'new-efficacy-survey': '/efficacy-surveys/new',
    'efficacy-survey-planned': `/efficacy-surveys/${planned}`,
    'efficacy-survey': `/efficacy-surveys/${closed}`,
    'efficacy-survey-open': `/efficacy-surveys/${open}`,
    'efficacy-invitations': `/efficacy-surveys/${open}/invitations`,
    'answer-efficacy-survey': `/efficacy-surveys/${open}/answer`,
  });
}
