import { natsOptions } from '@gongxiang/messaging/rpc';
import { type Manifest, Provisioner } from '@gongxiang/messaging/provision';
import { connect } from '@nats-io/transport-node';
import { readManifest } from './files.js';
import { storeBytesOf } from './store-size.js';

export interface Provided {
  stop(): Promise<void>;
}

/** What a deployment may set differently from the manifest. */
export interface ProvisionSettings {
  /** `NATS_REPLICAS`: on how many servers of a cluster everything is kept. */
  readonly replicas?: number;
  /** `REDELIVERY_MS`: only the proofs set it. */
  readonly redeliveryMs?: number;
  /** `NATS_MAX_FILE_STORE`: what NATS may keep on disk, in bytes. Buckets have no bound where nobody says it. */
  readonly storeBytes?: number;
}

/**
 * Makes what the services need of JetStream, and makes it again whenever NATS has lost it, until it is stopped.
 * @param natsUrl the administrator's
 * @param root where the manifest lies, see {@link readManifest}
 * @throws Error with one sentence where NATS refuses it at first
 */
export async function keepProvided(
  natsUrl: string,
  root: string,
  settings: ProvisionSettings,
  say: (text: string) => void,
): Promise<Provided> {
  const nats = await connect(natsOptions(natsUrl, 'provision'));
  const provisioner = new Provisioner(nats, withSettings(readManifest(root), settings), say);
  try {
    await provisioner.start();
  } catch (error) {
    await nats.close();
    throw new Error(`NATS does not let streams be made (${String(error)}): give the administrator's user.`, {
      cause: error,
    });
  }
  return {
    stop: async () => {
      await provisioner.stop();
      await nats.close();
    },
  };
}

function withSettings(
  manifest: Manifest,
  { replicas, redeliveryMs, storeBytes }: ProvisionSettings,
): Manifest {
  const consumers = manifest.consumers.map((one) =>
    redeliveryMs === undefined ? one : Object.assign({}, one, { redeliveryMs }),
  );
  return {
    ...manifest,
    ...(storeBytes === undefined ? {} : { storeBytes }),
    consumers,
    replicas: replicas ?? manifest.replicas,
  };
}

/** @throws Error with one sentence where one of them is no number, or no size */
export function provisionSettingsOf(environment: NodeJS.ProcessEnv): ProvisionSettings {
  const settings: { replicas?: number; redeliveryMs?: number; storeBytes?: number } = {};
  const replicas = wholeOf('NATS_REPLICAS', environment);
  const redeliveryMs = wholeOf('REDELIVERY_MS', environment);
  if (replicas !== undefined) settings.replicas = replicas;
  if (redeliveryMs !== undefined) settings.redeliveryMs = redeliveryMs;
  const size = environment['NATS_MAX_FILE_STORE'];
  if (size !== undefined && size !== '') settings.storeBytes = storeBytesOf(size);
  return settings;
}

function wholeOf(name: string, environment: NodeJS.ProcessEnv): number | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Error(`${name} is ${text}: give a whole number from 1, or unset it.`);
  return Number(text);
}
