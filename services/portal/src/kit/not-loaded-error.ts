/**
 * A chunk of the portal did not come: the line was cut, or it went with an older version. Nothing is wrong with the page.
 */
export class NotLoadedError extends Error {
  constructor(cause: unknown) {
    super('a part of the portal was not loaded', { cause });
  }
}
