import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { leftOpen } from './process-life.js';

const library = new URL('../dist/index.js', import.meta.url).href;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly {
    readonly level: number;
    readonly msg: string;
    readonly err?: { message: string };
  }[];
}

/**
 * Starts a process with a service's fault handling. @param work statements to run @param act called once it has
 * printed "up"
 */
async function run(work: string, act: (child: ChildProcess) => void = () => undefined): Promise<Ended> {
  const program = `
    import { createServer } from 'node:http';
    import { createLogger, createMetrics, endOnSignals, recordFaults } from '${library}';
    const logger = createLogger({ service: 'shelf', level: 'info' });
    const metrics = createMetrics('shelf');
    recordFaults(logger, metrics);
    const hold = () => createServer().listen(0);
    ${work}
    logger.info('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let hasActed = false;
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString();
    if (hasActed || !text.includes('"up"')) return;
    hasActed = true;
    act(child);
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('close', (...end) => resolve(end)),
  );
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Ended['lines'][number]);
  return { code, signal, lines };
}

const terminate = (child: ChildProcess): void => void child.kill('SIGTERM');

describe('a process that is asked to end', () => {
  it('ends by itself with exit code 0, though a connection is open: as process 1 of a container no signal would end it', async () => {
    const { code, signal, lines } = await run(
      'hold(); endOnSignals(logger, async () => undefined);',
      terminate,
    );
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(lines.at(-1)?.msg).toBe('asked to end');
  });

  it('ends when its time is up, and says that not all was closed', async () => {
    const { code, lines } = await run(
      'hold(); endOnSignals(logger, () => new Promise(() => undefined), 50);',
      terminate,
    );
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatchObject({ level: 40, msg: leftOpen });
  });

  it('says what could not be closed, and ends with exit code 1', async () => {
    const ended = await run(
      'hold(); endOnSignals(logger, () => Promise.reject(new Error("stuck")));',
      terminate,
    );
    expect(ended).toMatchObject({ code: 1, signal: null });
    const last = ended.lines.find(({ level }) => level === 60);
    expect(last).toMatchObject({ msg: 'not all could be closed', err: { message: 'stuck' } });
  });
});

describe('a failure', () => {
  it('that nobody awaits is in the log and in the metrics, and the process goes on', async () => {
    const { code, lines } = await run(`
      void Promise.reject(new Error('forgotten'));
      setTimeout(async () => {
        logger.info((await metrics.registry.getSingleMetricAsString('gongxiang_faults_total')).split('\\n').at(-1));
      }, 50);`);
    expect(code).toBe(0);
    expect(lines.find(({ level }) => level === 50)).toMatchObject({ err: { message: 'forgotten' } });
    expect(lines.at(-1)?.msg).toBe('gongxiang_faults_total{service="shelf"} 1');
  });

  it('that nobody catches ends the process with a last line that says why', async () => {
    const { code, lines } = await run(`hold(); setImmediate(() => { throw new Error('lost'); });`);
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatchObject({ level: 60, err: { message: 'lost' } });
  });
});
