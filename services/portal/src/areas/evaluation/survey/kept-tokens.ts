import type { TextStorage } from '../../../api/session-store.js';
import type { BlindedToken } from './blind-token.js';

/** By question: 1 to 5, or text. */
export type Answers = Readonly<Record<string, number | string>>;

/** What goes to the platform, from nobody. */
export interface Submission {
  readonly token: string;
  readonly signature: string;
  /** 32 random bytes, base64, of these answers alone: sent again with them they are the same answers. */
  readonly receipt: string;
  readonly answers: Answers;
  /** Of a season: the pool by whose key the token is signed. */
  readonly poolId?: string;
  /** It is a ballot of a vote: the keys of its answers are what is chosen. */
  readonly isBallot?: true;
}

/** Why there is nothing left to answer on this phone. */
export type Ending = 'sent' | 'used' | 'late' | 'issuedElsewhere' | 'moved';

/** How far this phone is with one survey. */
export type KeptToken =
  | ({ readonly step: 'blinded' } & BlindedToken)
  | {
      readonly step: 'ready';
      readonly token: string;
      readonly signature: string;
      /** Answers were sent with it, and did not fit the questions. */
      readonly wasRefused?: boolean;
    }
  | ({ readonly step: 'outgoing' } & Submission)
  | { readonly step: 'over'; readonly why: Ending };

interface EnumerableStorage extends TextStorage {
  readonly length: number;
  key(index: number): string | null;
}

const prefix = 'gongxiang.survey.';
const draftPrefix = 'gongxiang.answers.';

/**
 * Tokens, and answers that are not yet sent, in the storage of this browser: by person, because a computer may be shared,
 * and through signing out, because a token is given once. What was sent leaves nothing behind but that it was sent.
 */
export class KeptTokens {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: EnumerableStorage) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Something changed, here or in another tab. */
  readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };

  /** As it is stored, so that equal states are equal; null where there is nothing. */
  text(personId: string, surveyId: string): string | null {
    return this.storage.getItem(`${prefix}${personId}.${surveyId}`);
  }

  read(personId: string, surveyId: string): KeptToken | null {
    return tokenOf(this.text(personId, surveyId));
  }

  write(personId: string, surveyId: string, token: KeptToken): void {
    this.storage.setItem(`${prefix}${personId}.${surveyId}`, JSON.stringify(token));
    this.tell();
  }

  readDraft(personId: string, surveyId: string): Answers {
    const draft = parsed(this.storage.getItem(`${draftPrefix}${personId}.${surveyId}`));
    return isRecord(draft) ? (draft as Answers) : {};
  }

  writeDraft(personId: string, surveyId: string, answers: Answers): void {
    this.storage.setItem(`${draftPrefix}${personId}.${surveyId}`, JSON.stringify(answers));
  }

  dropDraft(personId: string, surveyId: string): void {
    this.storage.removeItem(`${draftPrefix}${personId}.${surveyId}`);
  }

  /** Surveys to which a person's answers have gone out from this browser, or had arrived before. */
  sentBy(personId: string): string[] {
    return this.surveysOf(personId).filter((surveyId) => {
      const token = this.read(personId, surveyId);
      return token?.step === 'over' && (token.why === 'sent' || token.why === 'used');
    });
  }

  private surveysOf(personId: string): string[] {
    const own = `${prefix}${personId}.`;
    const keys = Array.from({ length: this.storage.length }, (_unused, index) => this.storage.key(index));
    return keys.flatMap((key) => (key?.startsWith(own) ? [key.slice(own.length)] : []));
  }

  /** Persons with answers that wait to be sent, also if they are not signed in: sending says nothing of a person. */
  outgoing(): { readonly personId: string; readonly surveyId: string }[] {
    const keys = Array.from({ length: this.storage.length }, (_unused, index) => this.storage.key(index));
    return keys.flatMap((key) => {
      if (key === null || !key.startsWith(prefix)) return [];
      const [personId = '', surveyId = ''] = key.slice(prefix.length).split('.');
      return this.read(personId, surveyId)?.step === 'outgoing' ? [{ personId, surveyId }] : [];
    });
  }
}

/** What a stored text says; null for nothing, and for what another version wrote. */
export function tokenOf(text: string | null): KeptToken | null {
  const value = parsed(text);
  return isRecord(value) && typeof value['step'] === 'string' ? (value as unknown as KeptToken) : null;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by hand: as good as nothing
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
