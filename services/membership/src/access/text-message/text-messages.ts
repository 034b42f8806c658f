/** A text message. */
export interface TextMessage {
  /** A message that is sent again has the same id. */
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

/** The outgoing channel of text messages; one adapter per provider. */
export interface TextMessages {
  /** @throws if it could not be handed over: it is retried then */
  send(message: TextMessage): Promise<void>;
}

/** Null if the installation cannot send text messages. */
export const TEXT_MESSAGES = Symbol('text messages');
