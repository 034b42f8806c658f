import { transport } from './platform.js';
import { ProblemError, UnreachableError } from './problem.js';
import { problemIn } from './transport.js';

interface Download {
  readonly content: Blob;
  /** What the platform calls it; null where it does not say. */
  readonly name: string | null;
}

/**
 * Brings a file in the name of who is signed in, which a link could not.
 * @param path with its query, such as `/api/v1/files/…`
 * @throws ProblemError where the platform refuses, UnreachableError where no answer of its own comes
 */
export async function download(path: string): Promise<Download> {
  const response = await transport(new Request(`${location.origin}${path}`));
  if (!response.ok) {
    const problem = await problemIn(response);
    throw problem === null ? new UnreachableError(`status ${response.status}`) : new ProblemError(problem);
  }
  const content = await response.blob();
  return { content, name: fileNameIn(response.headers.get('Content-Disposition')) };
}

/** The file name in a Content-Disposition: the extended one (RFC 5987) goes first, as it may be Chinese. */
function fileNameIn(header: string | null): string | null {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended.trim());
    } catch {
      return null; // written wrongly: a name of ours is better than a garbled one
    }
  }
  return /filename\s*=\s*"?([^";]+)"?/i.exec(header ?? '')?.[1]?.trim() ?? null;
}
