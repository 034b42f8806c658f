import { useQuery } from '@tanstack/react-query';
import { pagesOf, useRead } from '../../../api/use-read.js';
import { useOffices } from '../../../session/use-offices.js';
import { keepSeats } from '../../activities/kept-seats/kept-seats.js';
import {
  type Ahead,
  byTime,
  ofEfficacySurveys,
  ofMyLoans,
  ofRegistrations,
  ofSurveys,
} from './ahead.model.js';

const limit = 50;
const fetchSeats = pagesOf('/me/registrations', {});

/** What lies ahead of the reader, the earliest first. What cannot be read now is left out: it stands on its own page. */
export function useAhead(): Ahead[] {
  const { holds } = useOffices();
  const seats = useQuery({
    queryKey: ['registration', 'home'],
    queryFn: async ({ signal }) => {
      const { items } = await fetchSeats({ limit }, signal);
      void keepSeats(items);
      return items;
    },
  });
  const loans = useRead('loan', '/me/loans', { limit });
  const surveys = useRead('survey', '/me/surveys', {});
  const seasons = useRead('efficacySurvey', '/me/efficacy-surveys', holds('officer') ? {} : undefined);
  return byTime([
    ...ofRegistrations(seats.data ?? [], new Date()),
    ...ofMyLoans(loans.data?.items ?? []),
    ...ofSurveys(surveys.data?.items ?? []),
    ...ofEfficacySurveys(seasons.data?.items ?? []),
  ]);
}
