import { DomainError } from '@gongxiang/domain';
import type { TaskResult, TaskOrder } from './thread-task.js';

type Run = (input: unknown) => unknown;

/** Runs in a thread of the pool: loads the named module and calls its function. */
export default async function work({ module, name, input }: TaskOrder): Promise<TaskResult> {
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
