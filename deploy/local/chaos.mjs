// npm run test:chaos: the long form of the proofs under fire, of endurance, of malformed requests and of the pages. npm test runs
// the short one.
//   --rounds=200  how many times something is killed
//   --seed=7      the moments of an earlier run; others each time where it is not given
//   other words   go on to Jest, e.g. --testPathPatterns=chaos-store
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { checkNode, fail, prepare, root, run } from './prepare.mjs';

const roundsDefault = 200;
const orderRounds = 10;
const storeRounds = 10;

checkNode();
const { rounds = roundsDefault, seed = randomInt(1, 2 ** 31), words } = read(process.argv.slice(2));
await prepare({ withPage: true });
process.stdout.write(`\nSeed ${seed}, ${rounds} rounds\n\n`);
const jest = join(root, 'node_modules/jest/bin/jest.js');
const code = await run(
  process.execPath,
  [
    '--no-warnings',
    jest,
    '--config',
    join(root, 'deploy/jest.config.js'),
    ...(words.some((word) => word.startsWith('--testPathPattern'))
      ? []
      : [
          '--testPathPatterns=proofs/chaos/',
          '--testPathPatterns=proofs/(endurance|malformed|browser/pages)',
        ]),
    ...words,
  ],
  {
    ...process.env,
    GONGXIANG_PROOFS: 'long',
    GONGXIANG_CHAOS_SEED: String(seed),
    GONGXIANG_CHAOS_ROUNDS: String(rounds),
    GONGXIANG_CHAOS_ORDER_ROUNDS: String(orderRounds),
    GONGXIANG_MALFORMED_EVERY: '1',
    GONGXIANG_CHAOS_STORE_ROUNDS: String(storeRounds),
  },
);
process.stdout.write(`\nThat was seed ${seed}: npm run test:chaos -- --rounds=${rounds} --seed=${seed}\n`);
process.exit(code);

/** `--rounds 20` and `--rounds=20` alike. */
function read(args) {
  const read = { words: [] };
  for (let index = 0; index < args.length; index += 1) {
    const [, name, inline] = /^--(rounds|seed)(?:=(.*))?$/.exec(args[index]) ?? [];
    if (name === undefined) {
      read.words.push(args[index]);
      continue;
    }
    const value = Number(inline ?? args[(index += 1)]);
    if (!Number.isInteger(value) || value < 1) {
      fail(`--${name} needs a whole number above zero, e.g. --${name}=${name === 'rounds' ? 20 : 7}.`);
    }
    read[name] = value;
  }
  return read;
}
