/** A CloudEvents 1.0 envelope. `id` identifies the event; `subject` is the id of the aggregate that it is about. */
export interface Envelope<Data = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly traceparent: string;
  readonly actor: string | null;
  readonly data: Data;
}
