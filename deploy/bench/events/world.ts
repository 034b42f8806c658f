import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consumerPlan, manifestOf, provision } from '@gongxiang/messaging/provision';
import { natsOptions } from '@gongxiang/messaging/rpc';
import { withFoundation } from '@gongxiang/messaging/service';
import { bootstrapDatabase, createDataSource, migrate } from '@gongxiang/persistence';
import { startNats } from '@gongxiang/testing/servers';
import { connect } from '@nats-io/transport-node';
import { natsEnvironmentOf } from '../../local/nats-store.js';
import { pathsOf } from '../../local/paths.js';
import { rootAbove } from '../../root.js';
import { loadSecrets } from '../../local/secrets.js';
import { startOwnPostgres } from '../../proofs/own-servers.js';
import { createDatabase, run } from '../sql.js';
import type { HearerAsks } from './hearer.js';
import { type Side, type SideConfig, startSide } from './side.js';
import type { TellerAsks } from './teller.js';
import { hearerOf, thingChanged } from './thing.js';

const password = 'a password for one measurement only';

/** Who tells and who hears, with a database of their own. */
export interface Pair {
  readonly name: string;
  /** The administrator's. */
  readonly databaseUrl: string;
  readonly teller: Side<TellerAsks>;
  readonly hearer: Side<HearerAsks>;
}

export interface EventsWorld {
  readonly own: Pair;
  readonly bare: Pair;
  stop(): Promise<void>;
}

/**
 * Both pairs on one PostgreSQL that keeps its promises in a crash, and one nats-server as it is deployed.
 * @param isFast for tests: PostgreSQL keeps no promises
 */
export async function startEventsWorld({ isFast = false } = {}): Promise<EventsWorld> {
  const home = mkdtempSync(join(tmpdir(), 'gongxiang-events-'));
  chmodSync(home, 0o755);
  const ends: (() => Promise<void>)[] = [async () => rmSync(home, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const postgres = await startOwnPostgres({ fast: isFast });
    ends.push(() => postgres.stop());
    const secrets = loadSecrets(join(home, 'secrets.json'));
    const nats = await startNats({
      storeDirectory: join(home, 'nats'),
      env: natsEnvironmentOf(secrets),
      configFile: pathsOf(rootAbove(fileURLToPath(import.meta.url))).natsConfig,
    });
    ends.push(() => nats.stop());
    const natsUrl = new URL(nats.url);
    natsUrl.username = 'admin';
    natsUrl.password = secrets.natsPasswords['admin'] ?? '';
    // Only the platform's own pair needs it; the other makes its own.
    const admin = await connect(natsOptions(natsUrl.href, 'provision'));
    await provision(
      admin,
      manifestOf(['own'], [consumerPlan(hearerOf('own'), 'hearer', [thingChanged('own').subject])]),
    );
    await admin.close();
    const pair = async (kind: SideConfig['kind'], name: string): Promise<Pair> => {
      const databaseUrl = await prepare(postgres.url, kind);
      const config = { kind, natsUrl: natsUrl.href };
      const sideOf = async <Asks>(file: 'teller' | 'hearer'): Promise<Side<Asks>> => {
        const side = await startSide<Asks>(file, { ...config, databaseUrl: urlAs(databaseUrl, file) });
        ends.push(() => side.stop());
        return side;
      };
      // The teller first: it is whose stream it is.
      const teller = await sideOf<TellerAsks>('teller');
      return { name, databaseUrl, teller, hearer: await sideOf<HearerAsks>('hearer') };
    };
    return { own: await pair('own', 'platform'), bare: await pair('bare', 'baseline'), stop };
  } catch (error) {
    // Nobody is given anything to stop.
    await stop();
    throw error;
  }
}

function urlAs(databaseUrl: string, role: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/** The tables that every service has, and one for what the hearer does with what it hears. */
async function prepare(adminUrl: string, name: string): Promise<string> {
  const databaseUrl = await createDatabase(adminUrl, `events_${name}`);
  const roles = { owner: password, service: password };
  await bootstrapDatabase(databaseUrl, { teller: roles, hearer: roles });
  for (const schema of ['teller', 'hearer']) {
    const url = urlAs(databaseUrl, `${schema}_owner`);
    const owner = createDataSource({ url, schema, entities: [], migrations: withFoundation([]) });
    await owner.initialize();
    await migrate(owner);
    await owner.destroy();
  }
  // Without a key of the event: what is handled twice shall be seen.
  const heard = `CREATE TABLE heard (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL,
    thing_id uuid NOT NULL, version integer NOT NULL)`;
  await run(urlAs(databaseUrl, 'hearer_owner'), heard);
  return databaseUrl;
}
