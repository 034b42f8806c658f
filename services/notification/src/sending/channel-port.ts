import type { NoticeUrgency } from '@gongxiang/contracts/notification/kinds/notice-rule';
import type { Locale } from '@gongxiang/domain';

/** What is sent to one address: of one notice, or of several at once. */
export interface ChannelMessage {
  /** The same in each attempt: a provider that knows it delivers once. */
  readonly id: string;
  readonly heading: string;
  /** What it is about. */
  readonly title: string | null;
  readonly lines: readonly string[];
  /** Absolute. */
  readonly link: string;
  readonly locale: Locale;
  readonly urgency: NoticeUrgency;
  /** What comes later with the same replaces what is not seen yet. */
  readonly collapse: string;
  /** What there is to do, and where it is done without signing in; null where that is asked for. */
  readonly act: { readonly text: string; readonly link: string } | null;
  /** The code that it brings; null where it brings none. */
  readonly code: string | null;
  /** Where one click stops this kind of notice; null where there is none. */
  readonly stopLink: string | null;
}

/** What became of an attempt. */
export type Outcome =
  | { readonly is: 'sent' }
  /** The address does not exist any more. */
  | { readonly is: 'gone' }
  /** It will never be taken. */
  | { readonly is: 'refused'; readonly reason: string }
  /** The provider cannot be reached, or wants us to wait: nothing is wrong with the message. */
  | { readonly is: 'down'; readonly reason: string; readonly afterMs?: number };

/** What a provider says later of a message that it has taken. */
export type Receipt =
  | { readonly is: 'delivered' }
  | { readonly is: 'failed'; readonly reason: string }
  /** It does not know yet. */
  | { readonly is: 'pending' }
  /** It cannot be asked now. */
  | { readonly is: 'down'; readonly reason: string };

/** A message that has left. */
export interface SentMessage {
  readonly id: string;
  readonly sentAt: Date;
}

/** One way out of the platform. */
export interface ChannelAdapter {
  /** @param address what is kept of the channel's address, as its adapter reads it */
  send(address: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome>;
  /** Asks what became of a message; absent where a provider says that at once, or never. */
  receipt?(address: string, message: SentMessage, signal: AbortSignal): Promise<Receipt>;
  /** Ends connections that are kept open. */
  close?(): void;
}
