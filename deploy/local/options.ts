import { parseArgs } from 'node:util';

/** What the person asked for on the command line and in the environment. */
export interface LauncherOptions {
  /** The checkout; everything is found from here. */
  readonly root: string;
  /** Empty data at this start. */
  readonly isFresh: boolean;
  /** No demo network: the platform as a federation would first meet it. */
  readonly isEmpty: boolean;
  /** Services are restarted when their build changes. */
  readonly isWatching: boolean;
  /** A PostgreSQL and a NATS of one's own, instead of those that are started. */
  readonly databaseUrl: string | undefined;
  readonly natsUrl: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

export const USAGE = `npm start -- [--fresh] [--empty] [--watch]
  --fresh   start with empty data; what is under .gongxiang/data is removed
  --empty   without the demo network; asks for the first operator's password (or FIRST_OPERATOR_PASSWORD)
  --watch   restart a service when its sources change (npm run dev)
  DATABASE_URL, NATS_URL   use these instead of starting PostgreSQL and nats-server
  NATS_MAX_FILE_STORE      what nats-server may keep on disk, 20GB if it is not given
  PORT                     the port of the gateway, 3000 if it is not given
  LISTEN_ADDRESS           where the gateway listens, 127.0.0.1 if it is not given; never with the demo network`;

/** @throws Error with one sentence when an option is unknown or contradicts another */
export function parseOptions(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): LauncherOptions {
  const values = parse(args);
  const options: LauncherOptions = {
    root,
    isFresh: values.fresh ?? false,
    isEmpty: values.empty ?? false,
    isWatching: values.watch ?? false,
    databaseUrl: environment.DATABASE_URL || undefined,
    natsUrl: environment.NATS_URL || undefined,
    environment,
  };
  if (options.isFresh && options.databaseUrl !== undefined) {
    throw new Error(
      '--fresh removes only data of our own: empty the database of DATABASE_URL yourself, or leave out --fresh.',
    );
  }
  return options;
}

function parse(args: readonly string[]): { fresh?: boolean; empty?: boolean; watch?: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean' }, empty: { type: 'boolean' }, watch: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const message = (error as Error).message.split('. ')[0] ?? '';
    throw new Error(`${message}. The options are:\n${USAGE}`, { cause: error });
  }
}
