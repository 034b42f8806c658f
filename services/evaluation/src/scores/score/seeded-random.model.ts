/**
 * A stream of numbers from 0 up to, but not including, 1, the same for the same seed on every machine: whole-number
 * arithmetic alone. Source: sfc32, "small fast counting" by Chris Doty-Humphrey (PractRand), which passes its tests.
 * @param seed 32 hexadecimal digits or more; the first 128 bits count
 */
export function seededRandom(seed: string): () => number {
  const state = [0, 8, 16].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0);
  let [a = 0, b = 0, c = 0] = state;
  let counter = Number.parseInt(seed.slice(24, 32), 16) | 0;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The first numbers still look like the seed.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/**
 * A number that is normally distributed as far as an interval of 95 % needs it: the sum of twelve less six, whose 2.5 %
 * lie beyond 1.953 instead of 1.960. Unlike logarithm and cosine, sums are the same to the last digit everywhere.
 */
export function nearlyNormal(random: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}
