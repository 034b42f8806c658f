export type ErrorKind =
  | 'shape' // the request is not of the form that the contract asks for
  | 'unauthenticated'
  | 'forbidden' // may see it, may not do it
  | 'hidden' // is not there, or is not for this caller's eyes
  | 'conflict' // the state of things is in the way
  | 'stale' // somebody changed it meanwhile
  | 'rule' // a rule of the domain is broken
  | 'precondition' // a precondition header is missing
  | 'tooLarge'
  | 'unsupported' // a media type that is not taken
  | 'tooMany'
  | 'fault' // our own mistake
  | 'busy'
  | 'full'; // no room is left to keep what was sent, or what was to be made

/** `{name}` in a text is replaced by the parameter of that name. */
export interface ErrorText {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}
