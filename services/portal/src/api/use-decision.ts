import { changedMeanwhile } from './changed-meanwhile.js';
import { type SubmitOptions, useSubmit } from './use-submit.js';

/** What the page shows of the thing that is decided on. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/**
 * A write that decides on what others may change meanwhile, and names the version that the page showed. Where that is no
 * longer the present one nothing was done: the page is read anew, says so and what is different, and leaves the next step to the person.
 */
export function useDecision<Input, Output>({
  send,
  touches,
}: Pick<SubmitOptions<Input, Output>, 'send' | 'touches'>) {
  return useSubmit({
    send: (input: Input, key) => {
      changedMeanwhile.forget();
      return send(input, key);
    },
    touches,
    onStale: (readAnew) => changedMeanwhile.tell({ readAnew }),
  });
}
