// Draws again what a proof says: node deploy/verify-draw.mjs <saved proof.json> [the commitment that you noted]
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
const proof = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const hex = (text) => Buffer.from(text, 'hex');
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest('hex');
const must = (holds, words) => {
  console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${words}`);
  if (!holds) process.exitCode = 1;
};
const { commitment, secret, list, listHash, seed } = proof;
must((process.argv[3] ?? commitment) === commitment, 'the commitment is the one that was published');
must(sha256(hex(secret)) === commitment, 'the secret is the one that was committed to');
must(sha256(Buffer.from(list)) === listHash, 'the list is the one that was frozen');
must(sha256(hex(secret), hex(listHash)) === seed, 'the seed follows from secret and list');
const lines = list.split('\n').map((line) => line.split(' '));
const rows = (kind) => lines.filter(([first]) => first === kind).map(([, ...fields]) => fields);
const bounds = rows('cap').map(([free, ...pools]) => ({ free: +free, pools }));
bounds.push(...rows('pool').map(([number, free]) => ({ free: +free, pools: [number] })));
const value = (ticket) => createHmac('sha256', hex(seed)).update(ticket).digest('hex');
const tickets = (token, count) => Array.from({ length: count }, (_, k) => value(`${token}:${k + 1}`));
const drawn = rows('entry').map(([n, token, count, ...rest]) => [tickets(token, +count).sort()[0], n, rest]);
drawn.sort(([left], [right]) => (left < right ? -1 : 1));
const result = drawn.map(([, number, [heads, pool]], index) => {
  const over = bounds.filter(({ pools }) => pools.includes(pool));
  const fits = over.every(({ free }) => free >= heads);
  if (fits) over.forEach((bound) => (bound.free -= heads));
  return `${index + 1} ${number} ${fits ? 'seat' : 'line'}\n`;
});
must(result.join('') === proof.result, 'every place, and every seat, is the one that was drawn');
