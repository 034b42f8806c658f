import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What a running stack tells other programs. */
export interface Stack {
  readonly gatewayUrl: string;
  /** The page with what would leave the platform. */
  readonly mailboxUrl: string;
  /** The administrator's, of the platform's database. */
  readonly postgresUrl: string;
  /** The administrator's. */
  readonly natsUrl: string;
  /** The keys that are not those of `secrets.json`. */
  readonly keysFromOutside: readonly string[];
  /** The launcher and each process it runs. */
  readonly pids: Readonly<Record<string, number>>;
}

/** One process that was started, and a word of its command line by which it is known again. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly mark: string;
}

/** Writes in one step, so that no reader sees half a file; only we may read it, as it holds passwords. */
export function writeJsonFile(path: string, content: Stack | readonly ProcessRecord[]): void {
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** The stack that runs or that died hard; undefined when there is none, or when the file is not one. */
export function readStackFile(path: string): Stack | undefined {
  const content = readJson(path) as Partial<Stack> | undefined;
  return typeof content?.gatewayUrl === 'string' && typeof content.pids === 'object'
    ? (content as Stack)
    : undefined;
}

/** The processes of the last start; empty when it ended in order. */
export function readProcessFile(path: string): readonly ProcessRecord[] {
  const content = readJson(path);
  return Array.isArray(content) ? content.filter(isRecord) : [];
}

function isRecord(value: unknown): value is ProcessRecord {
  const record = value as Partial<ProcessRecord> | null;
  return (
    typeof record?.name === 'string' &&
    Number.isInteger(record.pid) &&
    Number(record.pid) > 1 &&
    typeof record.mark === 'string' &&
    record.mark.length > 0
  );
}

function readJson(path: string): unknown {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
