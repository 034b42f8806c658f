import { useQuery } from '@tanstack/react-query';
import { pagesOf, useRead } from '../../../api/use-read.js';
import { useOffices } from '../../../session/use-offices.js';
import { useSentHere } from '../../evaluation/survey/use-sent-here.js';
import { keepSeats } from '../../activities/kept-seats/kept-seats.js';
import {
  type Ahead,
  byTime,
  ofDrawEntries,
  ofEfficacySurveys,
  ofMyLoans,
  ofQueuePlaces,
  ofRegistrations,
  ofSurveys,
  ofVotes,
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
  const drawEntries = useRead('draw', '/me/draw-entries', { limit });
  const queuePlaces = useRead('queue', '/me/queue-places', { limit });
  const loans = useRead('loan', '/me/loans', { limit });
  const surveys = useRead('survey', '/me/surveys', {});
  const votes = useRead('vote', '/me/votes', {});
  const wasSent = useSentHere();
  const seasons = useRead('efficacySurvey', '/me/efficacy-surveys', holds('officer') ? {} : undefined);
  const now = new Date();
  return byTime([
    ...ofRegistrations(seats.data ?? [], now),
    ...ofDrawEntries(itemsOf(drawEntries)),
    // A seat that came of it is known first.
    ...(seats.data === undefined ? [] : ofQueuePlaces(itemsOf(queuePlaces), seats.data, now)),
    ...ofMyLoans(itemsOf(loans)),
    ...ofSurveys(itemsOf(surveys).filter(({ id }) => !wasSent(id))),
    ...ofVotes(itemsOf(votes).filter(({ id }) => !wasSent(id))),
    ...ofEfficacySurveys(itemsOf(seasons)),
  ]);
}

function itemsOf<Item>({
  data,
}: {
  readonly data: { readonly items: readonly Item[] } | undefined;
}): readonly Item[] {
  return data?.items ?? [];
}
