/** A message as it arrives on a phone. */
export interface TextMessage {
  /** The same message has the same id when it is sent again. */
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

/** Where text messages leave the platform: one adapter for each way. */
export interface TextMessages {
  /** @throws where it could not be handed over: it is tried again then */
  send(message: TextMessage): Promise<void>;
}

/** Null where the installation has no way to send them. */
export const TEXT_MESSAGES = Symbol('text messages');
