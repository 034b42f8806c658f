import {
  type CodeMessage,
  type MessagePurpose,
  messagePurposes,
  type TextKind,
  type WordMessage,
} from '@gongxiang/contracts/membership/membership-events';

/** What a text message is about: a code that lets somebody in, an invitation, or a change of an account. */
export type AccountTextKind = MessagePurpose | TextKind;

/** Whoever waits for the code in one of these cannot go on without it; an invitation is sent for its link. */
export const codeKinds = messagePurposes.filter((purpose) => purpose !== 'invitation');
export type CodeKind = (typeof codeKinds)[number];

export type TextValues = Readonly<Record<string, string>>;

/** A text message about an account, opened. */
export interface AccountText extends Pick<CodeMessage, 'phone' | 'locale'> {
  /** The same in each attempt. */
  readonly id: string;
  readonly kind: AccountTextKind;
  /** By their names in the words. */
  readonly values: TextValues;
}

export function accountText(
  { id, kind }: Pick<AccountText, 'id' | 'kind'>,
  message: CodeMessage | WordMessage,
): AccountText {
  const { phone, locale } = message;
  return { id, kind, phone, locale, values: valuesOf(message) };
}

function valuesOf(message: CodeMessage | WordMessage): TextValues {
  if ('values' in message) return message.values;
  const { code, name = '', union = '' } = message;
  return { code, name, union };
}
