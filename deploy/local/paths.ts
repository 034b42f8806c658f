import { join } from 'node:path';

/** Where everything lies that a local stack reads and writes; all that is written is under `.gongxiang/`. */
export interface Paths {
  readonly root: string;
  readonly home: string;
  readonly logs: string;
  readonly data: string;
  readonly postgresData: string;
  readonly natsStore: string;
  /** Keys that open answers, and are in no backup: what they open is to be read once, at the end of a survey. */
  readonly sealing: string;
  /** Text messages about accounts, a file each, in place of phones. */
  readonly mailbox: string;
  readonly secrets: string;
  /** Of a running stack, for other programs; removed when it stops. */
  readonly stackFile: string;
  /** Of every process started, for the clean-up after a hard death. */
  readonly processFile: string;
  /** Says that the demo network was loaded, and into which database. */
  readonly demoMark: string;
  readonly natsConfig: string;
  readonly portal: string;
  readonly demoEntry: string;
}

export function pathsOf(root: string): Paths {
  const home = join(root, '.gongxiang');
  const data = join(home, 'data');
  return {
    root,
    home,
    logs: join(home, 'logs'),
    data,
    postgresData: join(data, 'postgres'),
    natsStore: join(data, 'nats'),
    sealing: join(home, 'sealing'),
    mailbox: join(home, 'mailbox'),
    secrets: join(home, 'secrets.json'),
    stackFile: join(home, 'stack.json'),
    processFile: join(home, 'processes.json'),
    demoMark: join(data, 'demo-loaded'),
    natsConfig: join(root, 'deploy', 'nats', 'nats.conf'),
    portal: join(root, 'services', 'portal', 'dist'),
    demoEntry: join(root, 'deploy', 'dist', 'demo', 'main.js'),
  };
}
