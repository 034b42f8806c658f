/** What is to be verified, as it was published. */
export interface Proof {
  readonly drawId: string;
  readonly commitment: string;
  readonly secret: string;
  readonly list: string;
  readonly listHash: string;
  readonly seed: string;
  readonly result: string;
}

/** The checks, in the order in which each builds on the one before. */
export const proofSteps = ['commitment', 'list', 'seed', 'order', 'seats'] as const;
type ProofStep = (typeof proofSteps)[number];

/** A line of the list. */
interface ProofEntry {
  readonly number: number;
  readonly token: string;
  readonly tickets: number;
  readonly heads: number;
  readonly pool: number;
}

export interface ProofLine {
  readonly place: number;
  readonly number: number;
  readonly result: string;
}

export interface Verified {
  readonly holds: Readonly<Record<ProofStep, boolean>>;
  /** As this browser computed them, not as the platform reports them. */
  readonly lines: readonly ProofLine[];
  readonly entries: readonly ProofEntry[];
}

/** Computes the whole draw again, with this browser's own cryptography: it trusts nothing but the five hashes of the page. */
export async function verifyProof(proof: Proof): Promise<Verified> {
  const entries = entriesOf(proof.list);
  const seed = await sha256(new Uint8Array([...fromHex(proof.secret), ...fromHex(proof.listHash)]));
  const lines = allot(proof.list, await drawnOrder(entries, proof.seed));
  const published = linesOf(proof.result);
  const same = (of: (line: ProofLine) => unknown): boolean =>
    published.length === lines.length &&
    lines.every((line, index) => of(line) === of(published[index] ?? line));
  return {
    holds: {
      commitment: (await sha256(fromHex(proof.secret))) === proof.commitment,
      list: (await sha256(new TextEncoder().encode(proof.list))) === proof.listHash,
      seed: seed === proof.seed,
      order: same(({ number }) => number),
      seats: same(({ number, result }) => `${number} ${result}`),
    },
    lines,
    entries,
  };
}

/** The line of the list that belongs to a person: only they know the salt. */
export async function tokenOf(drawId: string, personId: string, salt: string): Promise<string> {
  return sha256(new TextEncoder().encode(`${drawId}:${personId}:${salt}`));
}

function entriesOf(list: string): ProofEntry[] {
  return fieldsOf(list, 'entry').map(([number, token = '', tickets, heads, pool]) => ({
    number: Number(number),
    token,
    tickets: Number(tickets),
    heads: Number(heads),
    pool: Number(pool),
  }));
}

/** An entry counts with its smallest ticket; the smallest comes first. */
async function drawnOrder(entries: readonly ProofEntry[], seed: string): Promise<ProofEntry[]> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromHex(seed), algorithm, false, ['sign']);
  const valueOf = async (ticket: string): Promise<string> =>
    toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(ticket)));
  const drawn = await Promise.all(
    entries.map(async (entry) => {
      const tickets = Array.from({ length: entry.tickets }, (_, index) =>
        valueOf(`${entry.token}:${index + 1}`),
      );
      const [smallest = ''] = (await Promise.all(tickets)).sort();
      return { entry, smallest };
    }),
  );
  return drawn.sort((left, right) => (left.smallest < right.smallest ? -1 : 1)).map(({ entry }) => entry);
}

/** A seat for everybody whose party fits into what is left of their pool, and of each cap over it. */
function allot(list: string, order: readonly ProofEntry[]): ProofLine[] {
  const bounds = [
    ...fieldsOf(list, 'pool').map(([number, free]) => ({ free: Number(free), pools: [Number(number)] })),
    ...fieldsOf(list, 'cap').map(([free, ...pools]) => ({ free: Number(free), pools: pools.map(Number) })),
  ];
  return order.map(({ number, heads, pool }, index) => {
    const over = bounds.filter(({ pools }) => pools.includes(pool));
    const fits = over.every(({ free }) => heads <= free);
    if (fits) for (const bound of over) bound.free -= heads;
    return { place: index + 1, number, result: fits ? 'seat' : 'line' };
  });
}

function linesOf(result: string): ProofLine[] {
  return result
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [place, number, outcome = ''] = line.split(' ');
      return { place: Number(place), number: Number(number), result: outcome };
    });
}

function fieldsOf(list: string, kind: string): string[][] {
  return list
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([first]) => first === kind)
    .map(([, ...fields]) => fields);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', bytes));
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
