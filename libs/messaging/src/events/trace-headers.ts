import { headers, type MsgHdrs } from '@nats-io/transport-node';

const header = 'traceparent';

/** The step of the trace that sent a message, where that trace is recorded. */
export function traceHeaders(traceparent: string): MsgHdrs {
  const made = headers();
  made.set(header, traceparent);
  return made;
}

/** Null where the message carries none. */
export function tracedBy(message: { readonly headers?: MsgHdrs | undefined }): string | null {
  return message.headers?.get(header) || null;
}
