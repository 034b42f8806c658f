import type { IntakeView } from '@gongxiang/contracts';
import { continueTrace } from '@gongxiang/observability';
import { type Cipher, type Transaction, type Transactions, writeAudit } from '@gongxiang/persistence';
import { contextOf, type PersonalField } from '../crypto/personal-data.js';
import { withTexts } from '../intake/intake-texts.js';
import {
  answersSql,
  rowsSql,
  type SealedPlace,
  sealedPlaces,
  updateAnswerSql,
  updateSql,
  windowSql,
} from './sealed-places.js';

export interface ResealOptions {
  /** Seals under the present key, and opens under every one that is given. */
  readonly cipher: Cipher;
  /** Told after each part. */
  readonly onProgress?: (progress: ResealProgress) => void;
  /** Ends the work after the part that it is at; what is done stays done, and another run does the rest. */
  readonly signal?: AbortSignal;
  /** How many rows make a part, which is one transaction. */
  readonly rowsMax?: number;
}

export interface ResealProgress {
  readonly table: string;
  /** Values that were sealed anew in this run, of all tables. */
  readonly resealed: number;
}

export interface ResealResult {
  readonly resealed: number;
  /** Values that did not open, so that they are as they were; 0 where no previous key is needed any more. */
  readonly left: number;
  /** The first of them, each with why, in words. */
  readonly problems: readonly string[];
}

const partRows = 500;
const problemsMax = 20;
const lowestId = '00000000-0000-0000-0000-000000000000';

/** What one run has come to. */
interface Run {
  readonly transactions: Transactions;
  readonly options: ResealOptions;
  readonly rowsMax: number;
  readonly problems: string[];
  resealed: number;
  left: number;
}

/**
 * Seals under the present key whatever another one has sealed, part by part, while the service works. Runs may be
 * broken off and overlap: each takes what it finds under another key, and locks it as the service does.
 *
 * @throws AbortError where the signal came first
 */
export async function reseal(transactions: Transactions, options: ResealOptions): Promise<ResealResult> {
  const { rowsMax = partRows } = options;
  const run: Run = { transactions, options, rowsMax, problems: [], resealed: 0, left: 0 };
  for (const place of sealedPlaces) await resealPlace(run, place);
  await resealAnswers(run);
  const { resealed, left, problems } = run;
  if (resealed > 0) await note(run);
  return { resealed, left, problems };
}

async function resealPlace(run: Run, place: SealedPlace): Promise<void> {
  let after: string | null = lowestId;
  while (after !== null) {
    run.options.signal?.throwIfAborted();
    after = await inPart(run, place.table, (part, tx) => resealWindow(part, tx, place, after ?? lowestId));
  }
}

/** What a part has come to: counted only once it is committed, as a deadlock may make it begin anew. */
interface Part {
  readonly cipher: Cipher;
  readonly rowsMax: number;
  readonly problems: string[];
  resealed: number;
}

async function inPart<T>(
  run: Run,
  table: string,
  work: (part: Part, tx: Transaction) => Promise<T>,
): Promise<T> {
  const { options, rowsMax } = run;
  const { part, result } = await run.transactions.system(continueTrace(undefined), async (tx) => {
    const part: Part = { cipher: options.cipher, rowsMax, problems: [], resealed: 0 };
    return { part, result: await work(part, tx) };
  });
  run.resealed += part.resealed;
  run.left += part.problems.length;
  run.problems.push(...part.problems.slice(0, Math.max(0, problemsMax - run.problems.length)));
  options.onProgress?.({ table, resealed: run.resealed });
  return result;
}

interface SealedRow {
  readonly personId: string;
  readonly key: readonly string[];
  readonly sealed: readonly (string | null)[];
}

/** @returns where the next window begins; null at the end of the table */
async function resealWindow(
  part: Part,
  tx: Transaction,
  place: SealedPlace,
  after: string,
): Promise<string | null> {
  const [{ end }] = (await tx.sql.query(windowSql(place, part.rowsMax), [after])) as [{ end: string | null }];
  if (end === null) return null;
  const rows: SealedRow[] = await tx.sql.query(rowsSql(place), [after, end, part.cipher.mark]);
  const fields = Object.entries(place.columns);
  const anew = rows.map(({ personId, key, sealed }) => [
    ...fields.map(([column, field], index) => {
      const value = sealed[index] ?? null;
      return value && sealAnew(part, { personId, field, value, where: `${place.table}.${column}` });
    }),
    ...key,
  ]);
  const width = fields.length + Object.keys(place.key).length;
  const columns = Array.from({ length: width }, (_one, index) => anew.map((row) => row[index]));
  if (rows.length > 0) await tx.sql.query(updateSql(place), columns);
  return end;
}

/** The answers that are kept for a day hold what people wrote, too. */
async function resealAnswers(run: Run): Promise<void> {
  let after: readonly string[] | null = ['', '', ''];
  while (after !== null) {
    run.options.signal?.throwIfAborted();
    const from: readonly string[] = after;
    after = await inPart(run, 'idempotency', async (part, tx) => {
      const rows: { key: readonly string[]; body: string }[] = await tx.sql.query(answersSql, [
        ...from,
        part.cipher.mark,
        part.rowsMax,
      ]);
      for (const { key, body } of rows) {
        const view = JSON.parse(body) as IntakeView;
        const anew = withTexts(view, (value) =>
          sealAnew(part, { personId: view.personId, field: 'intake', value, where: 'idempotency.body' }),
        );
        await tx.sql.query(updateAnswerSql, [JSON.stringify(anew), ...key]);
      }
      return rows.at(-1)?.key ?? null;
    });
  }
}

interface SealedValue {
  readonly personId: string;
  readonly field: PersonalField;
  readonly value: string;
  readonly where: string;
}

/** @returns the value as it was where it does not open */
function sealAnew(part: Part, { personId, field, value, where }: SealedValue): string {
  const { cipher, problems } = part;
  if (value.startsWith(cipher.mark)) return value;
  try {
    const anew = cipher.seal(cipher.open(value, contextOf(personId, field)), contextOf(personId, field));
    part.resealed += 1;
    return anew;
  } catch (error) {
    problems.push(`${where} of person ${personId} does not open: ${(error as Error).message}`);
    return value;
  }
}

/** One record of the run for the trail, which names no value. */
async function note({ transactions, options, resealed, left }: Run): Promise<void> {
  const mark = options.cipher.mark.slice(0, -1);
  await transactions.system(continueTrace(undefined), async (tx) => {
    tx.audit({ noun: 'data-key', id: mark, after: { resealed, left } });
    await writeAudit([tx], 'membership.data-key.reseal');
  });
}
