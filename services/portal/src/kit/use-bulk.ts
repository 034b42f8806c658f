import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Noun, nounsToReadAgain } from '../api/nouns.js';
import { SubmitKey } from '../api/submit-key.js';

/** A command that is done for each of the rows that are chosen. */
export interface BulkCommand<Item> {
  readonly key: string;
  /** Names the act, such as “Approve”. */
  readonly text: string;
  /** What is about to happen to how many, and whether it can be taken back; without one it is done at once. */
  readonly question?: (count: number) => string;
  /** Those that the state of the row rules out are not sent. */
  readonly mayRun: (item: Item) => boolean;
  /** Sends it with this Idempotency-Key. */
  readonly run: (item: Item, key: string) => Promise<unknown>;
  /** What it changes; see nouns.ts. */
  readonly touches: Noun;
}

export interface Outcome {
  readonly id: string;
  readonly name: string;
  /** Why it was not done; null where it was. */
  readonly error: unknown;
}

interface BulkRun {
  readonly text: string;
  readonly count: number;
  readonly isRunning: boolean;
  readonly outcomes: readonly Outcome[];
}

interface Rows<Item> {
  readonly rowKey: (item: Item) => string;
  readonly rowName: (item: Item) => string;
}

/**
 * Runs a command for one row after the other. A refusal is that of its row alone. A row whose answer was lost keeps its
 * key, so that the next press repeats it and does nothing twice.
 */
export function useBulk<Item>({ rowKey, rowName }: Rows<Item>, onDone: (id: string) => void) {
  const queryClient = useQueryClient();
  const [last, setLast] = useState<BulkRun | null>(null);
  const isBusy = useRef(false);
  const keys = useRef(new Map<string, SubmitKey>());
  const keyOf = (command: BulkCommand<Item>, item: Item): SubmitKey => {
    const name = `${command.key} ${rowKey(item)}`;
    const key = keys.current.get(name) ?? new SubmitKey();
    keys.current.set(name, key);
    return key;
  };
  const runOne = async (command: BulkCommand<Item>, item: Item): Promise<Outcome> => {
    const submitKey = keyOf(command, item);
    const outcome = { id: rowKey(item), name: rowName(item) };
    try {
      await command.run(item, submitKey.for(command.key));
      submitKey.succeeded();
      onDone(outcome.id);
      return { ...outcome, error: null };
    } catch (error) {
      submitKey.failed(error);
      return { ...outcome, error };
    }
  };
  const run = async (command: BulkCommand<Item>, items: readonly Item[]): Promise<void> => {
    if (isBusy.current || items.length === 0) return;
    isBusy.current = true;
    const outcomes: Outcome[] = [];
    const show = (isRunning: boolean): void =>
      setLast({ text: command.text, count: items.length, isRunning, outcomes: [...outcomes] });
    show(true);
    for (const item of items) {
      outcomes.push(await runOne(command, item));
      show(true);
    }
    // Before another press: what is done must not stand there as if it were not.
    await Promise.all(
      nounsToReadAgain(command.touches).map((noun) => queryClient.invalidateQueries({ queryKey: [noun] })),
    );
    isBusy.current = false;
    show(false);
  };
  return { run, last, forget: (): void => setLast(null) };
}
