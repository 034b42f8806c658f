import type { DomainErrorOptions } from '@gongxiang/domain';

/** A function that can be run in a thread: its module is loaded there, so it sees nothing that this process holds. */
export interface ThreadTask<Input, Output> {
  /** The address of the module that exports the function. */
  readonly module: string;
  /** The name under which it is exported. */
  readonly name: string;
  /** Never called here: it is what makes the types of a call known. */
  readonly run: (input: Input) => Output | Promise<Output>;
}

/**
 * Declares a function of a module as one that runs in threads. What goes in and out must survive a structured clone: plain
 * data, bigint and bytes, but no class.
 * @param module `import.meta.url` of the module that exports it under its own name
 */
export function threadTask<Input, Output>(
  module: string,
  run: (input: Input) => Output | Promise<Output>,
): ThreadTask<Input, Output> {
  return { module, name: run.name, run };
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
