// npm run bench -- weights: entropy, CRITIC and TOPSIS beside numpy, one thread each, on the same matrix in the same run.
//   --rounds=15 --rows=10000 --columns=20 --python=python3
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rootAbove } from '../../root.js';
import { seeded } from '../../proofs/chaos/chaos-wave.js';
import { spread } from '../figures.js';
import { type Numpy, startNumpy } from './numpy.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    rows: { type: 'string', default: '10000' },
    columns: { type: 'string', default: '20' },
    python: { type: 'string', default: 'python3' },
  },
});
const [rounds, rowCount, columnCount] = [values.rounds, values.rows, values.columns].map(Number) as [
  number,
  number,
  number,
];

const methods = ['entropy', 'critic', 'topsis'] as const;
type Method = (typeof methods)[number];

interface DecisionMatrix {
  readonly values: Float64Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

interface Rules {
  readonly entropyOfMatrix: (matrix: DecisionMatrix) => { readonly weights: readonly number[] };
  readonly criticOfMatrix: (
    matrix: DecisionMatrix,
    directions: readonly string[],
  ) => { readonly weights: readonly number[] };
  readonly topsisOfMatrix: (
    matrix: DecisionMatrix,
    request: { readonly weights: readonly number[]; readonly directions: readonly string[] },
  ) => { readonly scores: readonly number[]; readonly ranks: readonly number[] };
}

/** The rules as they are built and deployed: nothing of a service is known here but what is measured. */
async function builtRules(): Promise<Rules> {
  const dist = join(rootAbove(fileURLToPath(import.meta.url)), 'services/evaluation/dist');
  const from = async (path: string): Promise<object> =>
    (await import(pathToFileURL(join(dist, path)).href)) as object;
  const parts = ['weight/entropy.model.js', 'weight/critic.model.js', 'ranking/topsis.model.js'].map(from);
  return Object.assign({}, ...(await Promise.all(parts))) as Rules;
}

function ownMethods(
  { entropyOfMatrix, criticOfMatrix, topsisOfMatrix }: Rules,
  matrix: DecisionMatrix,
): Readonly<Record<Method, () => readonly (readonly number[])[]>> {
  const directions = Array.from({ length: columnCount }, () => 'max');
  const weights = Array.from({ length: columnCount }, () => 1 / columnCount);
  return {
    entropy: () => [entropyOfMatrix(matrix).weights],
    critic: () => [criticOfMatrix(matrix, directions).weights],
    topsis: () => {
      const { scores, ranks } = topsisOfMatrix(matrix, { weights, directions });
      return [scores, ranks];
    },
  };
}

/** @throws Error where the two do not agree to nine digits: then nothing was worth measuring */
async function requireAlike(path: string, method: Method, own: readonly number[]): Promise<void> {
  const bytes = await readFile(`${path}.${method}`);
  const other = new Float64Array(new Uint8Array(bytes).buffer);
  const isAlike =
    other.length === own.length &&
    other.every((value, place) => Math.abs(value - (own[place] ?? NaN)) < 1e-9);
  if (!isAlike) throw new Error(`${method} is not what numpy makes of the same matrix`);
}

async function compare(path: string, matrix: DecisionMatrix, numpy: Numpy): Promise<void> {
  const own = ownMethods(await builtRules(), matrix);
  const took = { own: new Map<Method, number[]>(), numpy: new Map<Method, number[]>() };
  // Rounds that do not count: what runs for the first times is slower.
  for (let round = -20; round < rounds; round += 1) {
    const theirs = await numpy.round();
    for (const method of methods) {
      const began = performance.now();
      const result = own[method]();
      const ms = performance.now() - began;
      await requireAlike(path, method, result.flat());
      if (round < 0) continue;
      took.own.set(method, [...(took.own.get(method) ?? []), ms]);
      took.numpy.set(method, [...(took.numpy.get(method) ?? []), theirs[method]]);
    }
  }
  for (const method of methods) {
    const [ours, others] = [took.own.get(method) ?? [], took.numpy.get(method) ?? []];
    const ratios = ours.map((ms, round) => ms / (others[round] ?? Number.NaN));
    process.stdout.write(
      `${method}: platform ${spread(ours, 2)} ms; numpy ${spread(others, 2)} ms; platform : numpy ${spread(ratios, 2)}\n`,
    );
  }
}

const directory = await mkdtemp(join(tmpdir(), 'gongxiang-weights-'));
try {
  const random = seeded(20261121);
  const block = Float64Array.from({ length: rowCount * columnCount }, () => 1 + 99 * random());
  const path = join(directory, 'matrix');
  await writeFile(path, new Uint8Array(block.buffer));
  const numpy = await startNumpy(values.python, path, columnCount);
  if (numpy === null) {
    process.stdout.write(
      `numpy is missing, so there is nothing to compare with: install the Debian package python3-numpy, or name a Python that has it with --python=…\n`,
    );
    process.exitCode = 1;
  } else {
    process.stdout.write(`${rowCount} × ${columnCount}, numpy ${numpy.version}, one thread each\n`);
    await compare(path, { values: block, rowCount, columnCount }, numpy);
    await numpy.stop();
  }
} finally {
  await rm(directory, { recursive: true });
}
