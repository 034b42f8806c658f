import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rootAbove } from '../../root.js';

/** What a side is told at its start. */
export interface SideConfig {
  /** The platform's own relay and inbox, or what they are compared with; also the owner of the events' subject. */
  readonly kind: 'own' | 'bare';
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

/** A process that tells events, or hears them, as the services that do so are processes of their own. */
export interface Side<Asks> {
  /** @throws Error with what its work has thrown */
  ask<Name extends keyof Asks & string>(
    name: Name,
    question: Question<Asks, Name>,
  ): Promise<Answer<Asks, Name>>;
  stop(): Promise<void>;
}

type Work = (question: never) => Promise<unknown>;
type Question<Asks, Name extends keyof Asks> = Asks[Name] extends (question: infer Given) => unknown
  ? Given
  : never;
type Answer<Asks, Name extends keyof Asks> = Asks[Name] extends (question: never) => Promise<infer Told>
  ? Told
  : never;

interface Asked {
  readonly number: number;
  readonly name: string;
  readonly question: unknown;
}

interface Told {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** @param file of this folder, without its ending */
export async function startSide<Asks>(file: string, config: SideConfig): Promise<Side<Asks>> {
  const folder = join(rootAbove(fileURLToPath(import.meta.url)), 'deploy/dist/bench/events');
  const child = fork(join(folder, `${file}.js`), [JSON.stringify(config)], {
    execArgv: ['--enable-source-maps'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waiting = new Map<number, (told: Told) => void>();
  child.on('message', (told: Told) => waiting.get(told.number)?.(told));
  let count = 0;
  const ask = async (name: string, question: unknown): Promise<unknown> => {
    const number = (count += 1);
    const told = await Promise.race([
      new Promise<Told>((resolve) => {
        waiting.set(number, resolve);
        child.send({ number, name, question } satisfies Asked);
      }),
      ended.then((): Told => ({ number, error: `the ${file} has ended` })),
    ]);
    waiting.delete(number);
    if (told.error !== undefined) throw new Error(told.error);
    return told.answer;
  };
  // It answers once it listens.
  await ask('ready', null);
  return { ask: ask as Side<Asks>['ask'], stop: () => stopChild(child, ended) };
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  await ended;
}

/** Within the process of a side: answers until the parent is gone, then ends in order. */
export function serveParent(works: Readonly<Record<string, Work>>, stop: () => Promise<void>): void {
  const all: Readonly<Record<string, Work>> = { ...works, ready: async () => null };
  process.on('message', ({ number, name, question }: Asked) => {
    const work = all[name];
    const done =
      work === undefined ? Promise.reject(new Error(`nobody knows ${name}`)) : work(question as never);
    done.then(
      (answer) => process.send?.({ number, answer } satisfies Told),
      (error: unknown) => process.send?.({ number, error: String(error) } satisfies Told),
    );
  });
  process.once('disconnect', () => void stop().then(() => process.exit(0)));
}

/** This moment in ms, on the clock that all processes of the machine share. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
