import PostalMime, { type Address, type Email } from 'postal-mime';

interface Arrived {
  /** Of its file, and in the address of its page. */
  readonly name: string;
  readonly to: readonly string[];
  readonly at: Date;
  readonly text: string;
}

/** As it would have come to a phone. */
export interface TextMessage extends Arrived {
  readonly way: 'sms';
}

export interface Mail extends Arrived {
  readonly way: 'mail';
  readonly from: string;
  readonly subject: string;
  readonly html: string | null;
  /** As they came, without their folds. */
  readonly headers: readonly string[];
  /** Where one POST stops mails of its kind (RFC 8058). */
  readonly oneClick: string | null;
}

export type Message = TextMessage | Mail;

/** @returns null where a file is no text message of ours */
export function textMessageIn(name: string, content: Buffer, at: Date): TextMessage | null {
  const { phone, text } = (parsed(content.toString()) ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof phone !== 'string' || typeof text !== 'string') return null;
  return { way: 'sms', name, to: [phone], at, text };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A mail that breaks the rules so much that nobody can take it apart is shown as it came. */
export async function mailIn(name: string, content: Buffer, at: Date): Promise<Mail> {
  const email = await PostalMime.parse(content).catch(() => unreadable(content));
  return {
    way: 'mail',
    name,
    to: valuesOf(email, 'delivered-to'),
    at,
    from: shownAddress(email.from),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? null,
    headers: email.headerLines.map(({ line }) => line),
    oneClick: oneClickOf(email),
  };
}

function unreadable(content: Buffer): Email {
  return { headers: [], headerLines: [], attachments: [], text: content.toString() };
}

function valuesOf({ headers }: Email, name: string): string[] {
  return headers.filter(({ key }) => key === name).map(({ value }) => value);
}

function shownAddress(address: Address | undefined): string {
  if (address?.address === undefined) return '';
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function oneClickOf(email: Email): string | null {
  const [post] = valuesOf(email, 'list-unsubscribe-post');
  if (post?.trim() !== 'List-Unsubscribe=One-Click') return null;
  // A long address is folded, and white space is no part of any.
  const listed = valuesOf(email, 'list-unsubscribe').join().replace(/\s/g, '');
  return /<(https?:[^>]+)>/.exec(listed)?.[1] ?? null;
}
