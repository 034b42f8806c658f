import { changedMeanwhile } from './changed-meanwhile.js';
import type { Noun } from './nouns.js';
import { type Answer, type Input, type Method, type Operation, type PathWith, request } from './request.js';
import { type Following, useSubmit } from './use-submit.js';

type Write = Exclude<Method, 'get'>;

/** What `mutate` takes: nothing, where the operation has no parameters. */
type InputOf<Op> = unknown extends Input<Op> ? void : Input<Op>;

interface CommandOptions {
  /**
   * What is done where somebody else has changed the thing meanwhile (If-Match). `readAgain`: the page reads it again, shows what is different and
   * leaves the next step to the person. `refuse`: the form says so and keeps what was typed.
   */
  readonly onStale?: 'readAgain' | 'refuse';
}

/**
 * A command of the platform, as a mutation. It is done once however often it is sent, and afterwards the page reads the noun again.
 * @param noun what it changes; see nouns.ts for what else is read again
 * @example const approve = useCommand('loan', 'post', '/loans/{loanId}/approve');
 *   approve.mutate({ loanId, version });
 */
export function useCommand<M extends Write, P extends PathWith<M>>(
  noun: Noun,
  method: M,
  path: P,
  { onStale = 'readAgain' }: CommandOptions = {},
) {
  return useSubmit({
    send: (input: InputOf<Operation<M, P>>, key): Promise<Answer<Operation<M, P>>> => {
      if (onStale === 'readAgain') changedMeanwhile.forget();
      return request(method, path, input ?? {}, { key });
    },
    touches: [noun],
    ...(onStale === 'readAgain' ? { onStale: (readAnew) => changedMeanwhile.tell({ readAnew }) } : {}),
  });
}

/** Of what `useCommand` returns, that which a form needs. */
export interface Command<Input, Output> {
  readonly mutate: (input: Input, following?: Following<Output>) => void;
  readonly isPending: boolean;
  /** It waits for the network, and is sent once there is one. */
  readonly isPaused?: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
}
