const defaultSize = '20GB';
const form = /^([1-9]\d{0,5})(MB|GB|TB)$/;
/** As nats-server reads them. */
const unitBytes: Readonly<Record<string, number>> = { MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/** The environment with which nats-server is started: with `NATS_MAX_FILE_STORE`, 20 GB where it is not given. */
export function withStoreSize(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv & {
  readonly NATS_MAX_FILE_STORE: string;
} {
  const given = environment['NATS_MAX_FILE_STORE'];
  const size = given === undefined || given === '' ? defaultSize : given;
  storeBytesOf(size);
  return { ...environment, NATS_MAX_FILE_STORE: size };
}

/** How much NATS may keep on disk, in bytes. @throws Error with one sentence where it is no size */
export function storeBytesOf(size: string): number {
  const [, count, unit] = form.exec(size) ?? [];
  const bytes = Number(count) * (unitBytes[unit ?? ''] ?? Number.NaN);
  if (!Number.isFinite(bytes))
    throw new Error(`NATS_MAX_FILE_STORE is ${size}: give a size such as 500MB, 20GB or 2TB.`);
  return bytes;
}
