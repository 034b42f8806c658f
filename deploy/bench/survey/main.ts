// npm run bench -- survey: a survey is closed beside the bare GROUP BY, everybody answers at once beside bare inserts, and an answer
// where many have answered beside one where few have.
//   --rounds=5 --answers=1000000 --burst=5000 --connections=256 --sizes=10000,1000000 --only=burst,growth,close
import { parseArgs } from 'node:util';
import { startOwnPostgres } from '../../proofs/own-servers.js';
import { startTestPlatform } from '../../proofs/test-platform.js';
import { exitOnSignals } from '../signals.js';
import { measureBurst, measureGrowth } from './burst.js';
import { measureClose } from './close.js';
import { Stage } from './stage.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    answers: { type: 'string', default: '1000000' },
    burst: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '256' },
    sizes: { type: 'string', default: '10000,1000000' },
    only: { type: 'string', default: 'burst,growth,close' },
  },
});
const rounds = Number(values.rounds);
const connections = Number(values.connections);
const parts = values.only.split(',');
const burst = { answers: Number(values.burst), connections, rounds };

exitOnSignals();
const postgres = await startOwnPostgres({ settings: { max_connections: String(connections + 100) } });
try {
  const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
  const platform = await startTestPlatform({ settlement: 0, sharing: 0 }, limits, { url: postgres.url });
  try {
    const stage = await Stage.on(platform);
    if (parts.includes('burst')) await measureBurst(stage, burst);
    if (parts.includes('growth')) await measureGrowth(stage, values.sizes.split(',').map(Number), burst);
    if (parts.includes('close')) await measureClose(stage, Number(values.answers), rounds);
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
}
