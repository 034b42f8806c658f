import { DomainError } from '@gongxiang/domain';
import type { Done, Ordered } from './thread-task.js';

type Run = (input: unknown) => unknown;

/** What a thread of the pool does: it loads the module that is named, and calls its function. */
export default async function work({ module, name, input }: Ordered): Promise<Done> {
  const { [name]: run } = (await import(module)) as Record<string, Run>;
  if (run === undefined) throw new Error(`${module} exports no ${name}`);
  try {
    return { output: await run(input) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params, errors, retryAfterSeconds } = error;
    return {
      refused: {
        code,
        options: { params, errors, ...(retryAfterSeconds !== null && { retryAfterSeconds }) },
      },
    };
  }
}
