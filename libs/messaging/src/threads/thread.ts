import { readFileSync } from 'node:fs';
import { constants, gzipSync } from 'node:zlib';
import { DomainError } from '@gongxiang/domain';
import type { ProcessorTime, TaskOrder, TaskResult } from './thread-task.js';

type Run = (input: unknown) => unknown;

const nsPerMs = 1_000_000;

/** Of this thread so far. A thread comes last on a busy machine: the time that goes by says little of what it uses. */
function processorTime(): ProcessorTime | undefined {
  try {
    const [used = 0, waited = 0] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ').map(Number);
    return { usedMs: used / nsPerMs, waitedMs: waited / nsPerMs };
  } catch {
    return undefined; // another system than Linux
  }
}

/** At the lowest level, which makes a tenth of a list; higher ones take several times as long for a few hundredths. */
function gzippedJson(output: unknown): Uint8Array {
  return gzipSync(JSON.stringify(output), { level: constants.Z_BEST_SPEED });
}

/** Runs in a thread of the pool: loads the named module and calls its function. */
export default async function work({ module, name, input, asGzippedJson }: TaskOrder): Promise<TaskResult> {
  const { [name]: run } = (await import(module)) as Record<string, Run>;
  if (run === undefined) throw new Error(`${module} exports no ${name}`);
  const before = processorTime();
  const processor = (): ProcessorTime | undefined => {
    const now = processorTime();
    if (before === undefined || now === undefined) return undefined;
    return { usedMs: now.usedMs - before.usedMs, waitedMs: now.waitedMs - before.waitedMs };
  };
  try {
    const output = await run(input);
    return { output: asGzippedJson ? gzippedJson(output) : output, processor: processor() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params, errors, retryAfterSeconds } = error;
    return {
      refused: {
        code,
        options: { params, errors, ...(retryAfterSeconds !== null && { retryAfterSeconds }) },
      },
      processor: processor(),
    };
  }
}
