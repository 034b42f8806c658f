import { pagesOf, usePages } from '../../../api/use-read.js';
import { keepSeats } from '../../activities/kept-seats/kept-seats.js';

const fetchPage = pagesOf('/me/registrations', {});

/** The registrations of the reader. Their seats are kept on the device, so that the codes show without a network. */
export function useMyRegistrations() {
  return usePages(['registration', '/me/registrations', {}, 'pages'], async (page, signal) => {
    const answer = await fetchPage(page, signal);
    // The latest come first, so the next activities are on the first page.
    if (page.cursor === undefined) void keepSeats(answer.items);
    return answer;
  });
}
