import { doorDatabase, markKeptDoors, markKeptLinks, markKeptSeats } from './kept-doors.js';

/**
 * What a door keeps on the device, so that it works without a network: encrypted by AES-GCM under a key that the browser
 * never exports, in IndexedDB, per person and activity. It cannot be read through the browser's storage tools, or by the
 * next user after the sign-out. It is no protection on an unlocked device, or on a disk without encryption, where the key
 * lies too.
 */
const [keyStore, sealedStore] = ['keys', 'sealed'] as const;
/** The sign-out waits no longer than this until the vault is empty. */
const patienceMs = 1_000;

/** `roster`: who may come. `journal`: the answers since then. `seats`: the person's own, of all activities. */
type VaultPart = 'roster' | 'journal' | 'seats';

interface KeyRecord {
  readonly id: string;
  readonly personId: string;
  readonly key: CryptoKey;
  /** It is deleted after this. */
  readonly validUntil: string;
}

interface SealedRecord {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Vaults of helpers' links are nobody's: they begin with this, and end with their link. */
const linkOwner = /^link /;

/** Can anything be encrypted here? Browsers offer it to pages that came over https or from localhost. */
export function canSeal(): boolean {
  return globalThis.isSecureContext === true && 'subtle' in crypto && 'indexedDB' in globalThis;
}

/** Vaults that were emptied by hand: a write that was under way must not restore anything. */
const forgotten = new Set<string>();
/** The last write of each vault; writes run one after the other. */
const writing = new Map<string, Promise<void>>();

/** The data that one person keeps of one activity. */
export class DoorVault {
  private readonly id: string;

  constructor(
    private readonly personId: string,
    activityId: string,
  ) {
    this.id = `${personId}:${activityId}`;
  }

  /** Null where nothing is kept, or nothing that can still be decrypted. */
  async read<Value>(part: VaultPart): Promise<Value | null> {
    const record = await this.keyRecord();
    const get = (store: IDBObjectStore) => store.get(this.idOf(part)) as IDBRequest<SealedRecord | undefined>;
    const found = await inStore(sealedStore, 'readonly', get);
    if (record === null || found === undefined) return null;
    try {
      const bytes = await crypto.subtle.decrypt(this.cipher(part, found.iv), record.key, found.sealed);
      return JSON.parse(new TextDecoder().decode(bytes)) as Value;
    } catch {
      return null; // encrypted under a key that was deleted since, or by a version with another format
    }
  }

  /** Called when its page opens: data may be kept again, even after `forget`. */
  begin(): void {
    forgotten.delete(this.id);
  }

  /** @param validUntil when all data of this activity is deleted */
  write(part: VaultPart, value: unknown, validUntil: string): Promise<void> {
    const before = writing.get(this.id) ?? Promise.resolve();
    const written = before.then(() => this.writeNow(part, value, validUntil));
    // The next write does not fail with this one.
    const ended = written.catch(() => undefined);
    writing.set(this.id, ended);
    return written;
  }

  private async writeNow(part: VaultPart, value: unknown, validUntil: string): Promise<void> {
    if (forgotten.has(this.id)) throw new Error('what is kept here was forgotten');
    const { key } = (await this.keyRecord()) ?? (await this.newKey(validUntil));
    if (part === 'seats') markKeptSeats();
    else markKeptDoors();
    if (linkOwner.test(this.personId)) markKeptLinks();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(this.cipher(part, iv), key, bytes);
    const record: SealedRecord = { id: this.idOf(part), iv, sealed };
    await inStore(sealedStore, 'readwrite', (store) => store.put(record));
    const kept: KeyRecord = { id: this.id, personId: this.personId, key, validUntil };
    await inStore(keyStore, 'readwrite', (store) => store.put(kept));
  }

  /** Deletes everything; nothing is kept again until its page is opened again. */
  async forget(): Promise<void> {
    forgotten.add(this.id);
    await writing.get(this.id);
    await forgetThose(({ id }) => id === this.id);
  }

  private async keyRecord(): Promise<KeyRecord | null> {
    const get = (store: IDBObjectStore) => store.get(this.id) as IDBRequest<KeyRecord | undefined>;
    const record = await inStore(keyStore, 'readonly', get);
    return record === undefined || isOver(record) ? null : record;
  }

  private async newKey(validUntil: string): Promise<KeyRecord> {
    const algorithm = { name: 'AES-GCM', length: 256 };
    const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
    return { id: this.id, personId: this.personId, key, validUntil };
  }

  private cipher(part: VaultPart, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.idOf(part)) };
  }

  private idOf(part: VaultPart): string {
    return `${this.id}:${part}`;
  }
}

/**
 * Deletes data that is past its time or belongs to another person, and everything of persons where nobody is signed in. Ends after a
 * second at the latest, whatever the browser does.
 * @param personId the person who is signed in; null where nobody is, empty where it is not known yet
 */
export async function tidyDoors(personId: string | null): Promise<void> {
  if (!canSeal()) return;
  const isStrange = (owner: string): boolean =>
    !linkOwner.test(owner) && (personId === null || (personId !== '' && owner !== personId));
  const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
  const tidied = forgetThose((record) => isOver(record) || isStrange(record.personId));
  await Promise.race([tidied.catch(() => undefined), late]); // the next page that opens deletes the rest
}

/** Is any door kept on this device? */
export async function hasKeptDoors(): Promise<boolean> {
  if (!canSeal()) return false;
  return (await inStore(keyStore, 'readonly', (store) => store.count())) > 0;
}

function isOver({ validUntil }: KeyRecord): boolean {
  return Date.parse(validUntil) < Date.now();
}

/** Deletes keys first: without its key nothing can be decrypted. */
async function forgetThose(isGone: (record: KeyRecord) => boolean): Promise<void> {
  const getAll = (store: IDBObjectStore) => store.getAll() as IDBRequest<KeyRecord[]>;
  const ids = (await inStore(keyStore, 'readonly', getAll)).filter(isGone).map(({ id }) => id);
  for (const id of ids) {
    await inStore(keyStore, 'readwrite', (store) => store.delete(id));
    const range = IDBKeyRange.bound(`${id}:`, `${id}:\uffff`);
    await inStore(sealedStore, 'readwrite', (store) => store.delete(range));
  }
}

async function inStore<Result>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the vault took nothing'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(doorDatabase, 1);
    request.onupgradeneeded = () => {
      for (const name of [keyStore, sealedStore]) request.result.createObjectStore(name, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the vault does not open'));
  });
}
