import type { DomainErrorOptions } from '@gongxiang/domain';

/** A function that can run in a thread: its module is loaded there, so it sees none of this process's state. */
export interface ThreadTask<Input, Output> {
  /** The URL of the module that exports the function. */
  readonly module: string;
  /** The name under which it is exported. */
  readonly name: string;
  readonly run: (input: Input) => Output | Promise<Output>;
  /**
   * Whether it takes less than a millisecond, so that scheduling it in a thread would cost more than the task itself.
   */
  readonly isSmall: (input: Input) => boolean;
}

/**
 * Declares a function of a module as one that runs in threads. Its input and output must survive a structured clone:
 * plain data, bigint and bytes, but no class.
 * @param module `import.meta.url` of the module that exports it under its own name
 * @param isSmall inputs that run without a thread; must not be used for functions that parse files
 */
export function threadTask<Input, Output>(
  module: string,
  run: (input: Input) => Output | Promise<Output>,
  isSmall: (input: Input) => boolean = () => false,
): ThreadTask<Input, Output> {
  return { module, name: run.name, run, isSmall };
}

export interface TaskOrder {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
  /** Its output is wanted as the compressed bytes of its JSON. */
  readonly asGzippedJson: boolean;
}

/** The result: a refusal travels as plain data, as a structured clone of an error retains only its message. */
export type TaskResult = (
  | { readonly output: unknown }
  | { readonly refused: { readonly code: string; readonly options: DomainErrorOptions } }
) & {
  /** Undefined where the operating system does not say. */
  readonly processor: ProcessorTime | undefined;
};

/** Of a thread, for one task, in milliseconds. */
export interface ProcessorTime {
  readonly usedMs: number;
  /** It could have gone on, while others had the processors. */
  readonly waitedMs: number;
}
