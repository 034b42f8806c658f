/**
 * The counters of failures: an account from one network, an account from everywhere, a network over all accounts. The
 * first stops a person who guesses, the second a botnet that guesses for one account, the third one computer that
 * tries one password with many accounts.
 */
export type Scope = 'accountFromNetwork' | 'account' | 'network';

export interface Limit {
  /** Failures without a wait. */
  readonly freeFailures: number;
  /** Each further failure doubles the wait, from one second up to this. */
  readonly waitSecondsMax: number;
  /** One failure is forgiven per period of this length without a failure. */
  readonly forgivenAfterSeconds: number;
}

export const limits: Readonly<Record<Scope, Limit>> = {
  accountFromNetwork: { freeFailures: 4, waitSecondsMax: 900, forgivenAfterSeconds: 3_600 },
  // Over all networks an account can be tried ten times at once, and some hundred times a day after that.
  account: { freeFailures: 10, waitSecondsMax: 900, forgivenAfterSeconds: 900 },
  // Thousands may share an address, in a factory or behind a mobile carrier, and some of them mistype every minute.
  network: { freeFailures: 20, waitSecondsMax: 60, forgivenAfterSeconds: 60 },
};

export interface Attempt {
  readonly scope: Scope;
  /** As counted at `lastAt`. */
  readonly failures: number;
  readonly lastAt: Date;
}

/** The failures that are not forgiven yet. */
export function failuresLeft({ scope, failures, lastAt }: Attempt, now: Date): number {
  const quietSeconds = Math.max(0, now.getTime() - lastAt.getTime()) / 1_000;
  return Math.max(0, failures - Math.floor(quietSeconds / limits[scope].forgivenAfterSeconds));
}

/** Seconds from the last failure until the next attempt is allowed. */
export function waitSeconds(scope: Scope, failures: number): number {
  const { freeFailures, waitSecondsMax } = limits[scope];
  const beyond = failures - freeFailures;
  return beyond <= 0 ? 0 : Math.min(waitSecondsMax, 2 ** Math.min(beyond - 1, 20));
}

/**
 * Whole seconds until all counters allow the next attempt; 0 if it is allowed now.
 * @param isFamiliar whether this person signed in from this network before: then the failures of strangers do not
 * delay them
 */
export function secondsLeft(attempts: readonly Attempt[], now: Date, isFamiliar: boolean): number {
  const binding = isFamiliar ? attempts.filter(({ scope }) => scope === 'accountFromNetwork') : attempts;
  const waits = binding.map(({ scope, failures, lastAt }) =>
    Math.ceil((lastAt.getTime() - now.getTime()) / 1_000 + waitSeconds(scope, failures)),
  );
  return Math.max(0, ...waits);
}

const slowMaxMs = 2_000;

/** Milliseconds by which a permitted sign-in is delayed while others guess at the account, or from the network. */
export function slowDownMs(attempts: readonly Attempt[], now: Date): number {
  const beyond = attempts
    .filter(({ scope }) => scope !== 'accountFromNetwork')
    .map((attempt) => failuresLeft(attempt, now) - limits[attempt.scope].freeFailures);
  return Math.min(slowMaxMs, Math.max(0, ...beyond) * 100);
}
