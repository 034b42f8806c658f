import type { DomainErrorOptions } from '@gongxiang/domain';

/** A function that can be run in a thread: its module is loaded there, so it sees nothing that this process holds. */
export interface ThreadTask<Input, Output> {
  /** The address of the module that exports the function. */
  readonly module: string;
  /** The name under which it is exported. */
  readonly name: string;
  readonly run: (input: Input) => Output | Promise<Output>;
  /** Whether it takes less than a millisecond, so that a turn and a thread would cost more than the task itself. */
  readonly isSmall: (input: Input) => boolean;
}

/**
 * Declares a function of a module as one that runs in threads. What goes in and out must survive a structured clone: plain
 * data, bigint and bytes, but no class.
 * @param module `import.meta.url` of the module that exports it under its own name
 * @param isSmall what need not wait for a thread; never said of what a reader of files does
 */
export function threadTask<Input, Output>(
  module: string,
  run: (input: Input) => Output | Promise<Output>,
  isSmall: (input: Input) => boolean = () => false,
): ThreadTask<Input, Output> {
  return { module, name: run.name, run, isSmall };
}

export interface Ordered {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}

/** What came of it: a refusal is told as plain data, as a clone of an error keeps no more of it than its message. */
export type Done =
  | { readonly output: unknown }
  | { readonly refused: { readonly code: string; readonly options: DomainErrorOptions } };
