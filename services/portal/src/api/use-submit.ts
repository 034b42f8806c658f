import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { isStale } from './problem.js';
import { nounsToReadAgain } from './nouns.js';
import { SubmitKey } from './submit-key.js';

interface SubmitOptions<Input, Output> {
  /** Sends it with this Idempotency-Key, as a rule `(input, key) => answerOf(api.POST(…))`. */
  readonly send: (input: Input, key: string) => Promise<Output>;
  /** The nouns whose cached answers are old once it is done. */
  readonly touches: readonly string[];
  /** What is done, in place of an error, where somebody else has changed what was seen. */
  readonly onStale?: (readAnew: () => Promise<unknown>) => void;
}

/** What the page does after one submit. Nothing of it is done once the page is left. */
export interface Following<Output> {
  readonly onSuccess?: (output: Output) => void;
  readonly onError?: (error: Error) => void;
}

/** One kind of write: the same input keeps its key until there is a definite answer, so that nothing is done twice. */
export function useSubmit<Input, Output>({ send, touches, onStale }: SubmitOptions<Input, Output>) {
  const queryClient = useQueryClient();
  const submitKey = useRef(new SubmitKey());
  const following = useRef(new Map<Input, Following<Output>>());
  const isShown = useIsShown();
  const askAnew = (): Promise<unknown> => {
    const nouns = new Set(touches.flatMap(nounsToReadAgain));
    return Promise.all([...nouns].map((noun) => queryClient.invalidateQueries({ queryKey: [noun] })));
  };
  const { mutate: submit, ...mutation } = useMutation({
    mutationFn: (input: Input) => send(input, submitKey.current.for(input)),
    onSuccess: async (output, input) => {
      submitKey.current.succeeded();
      // Before anything is read anew: after that the button may be gone, and with it what was to follow.
      if (isShown.current) following.current.get(input)?.onSuccess?.(output);
      await askAnew();
    },
    onError: (error, input) => {
      submitKey.current.failed(error);
      if (onStale !== undefined && isStale(error)) {
        mutation.reset();
        onStale(askAnew);
        return;
      }
      if (isShown.current) following.current.get(input)?.onError?.(error);
    },
    onSettled: (_output, _error, input) => void following.current.delete(input),
  });
  const mutate = useCallback(
    (input: Input, then: Following<Output> = {}): void => {
      following.current.set(input, then);
      submit(input);
    },
    [submit],
  );
  return { ...mutation, mutate };
}

function useIsShown() {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
