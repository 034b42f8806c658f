import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { nounsTouchedBy } from './query-keys.js';
import { SubmitKey } from './submit-key.js';

interface SubmitOptions<Input, Output> {
  /** Sends it with this Idempotency-Key, as a rule `(input, key) => answerOf(api.POST(…))`. */
  readonly send: (input: Input, key: string) => Promise<Output>;
  /** The nouns whose cached answers are old once it is done. */
  readonly touches: readonly string[];
}

/** One kind of write: the same input keeps its key until there is a definite answer, so that nothing is done twice. */
export function useSubmit<Input, Output>({ send, touches }: SubmitOptions<Input, Output>) {
  const queryClient = useQueryClient();
  const submitKey = useRef(new SubmitKey());
  return useMutation({
    mutationFn: (input: Input) => send(input, submitKey.current.for(input)),
    onSuccess: async () => {
      submitKey.current.succeeded();
      const nouns = new Set(touches.flatMap(nounsTouchedBy));
      await Promise.all([...nouns].map((noun) => queryClient.invalidateQueries({ queryKey: [noun] })));
    },
    onError: (error) => submitKey.current.failed(error),
  });
}
