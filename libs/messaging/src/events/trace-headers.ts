import { headers, type MsgHdrs } from '@nats-io/transport-node';

const header = 'traceparent';

/** The span that sent a message, as a header, if its trace is recorded. */
export function traceHeaders(traceparent: string): MsgHdrs {
  const result = headers();
  result.set(header, traceparent);
  return result;
}

/** Null if the message carries none. */
export function traceparentOf(message: { readonly headers?: MsgHdrs | undefined }): string | null {
  return message.headers?.get(header) || null;
}
