import { answerOf } from './client.js';
import { api, session } from './platform.js';
import { isProblem, ProblemError, UnreachableError } from './problem.js';
import type { components } from './schema.js';
import { currentLocale } from '../i18n/index.js';

/** A file as the platform keeps it. */
export type KeptFile = components['schemas']['FileView'];

interface UploadOptions {
  /** Called with the share that has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file. `fetch` cannot tell how far it has come, so this is the older way.
 * @throws ProblemError where the platform refuses it, UnreachableError where no answer comes
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<KeptFile> {
  // Renews the session where it has run out: halfway through a file would be late.
  await answerOf(api.GET('/api/v1/me', { signal: options.signal }));
  const { status, body } = await send(file, options);
  if (status === created) return body as KeptFile;
  if (isProblem(body)) throw new ProblemError(body);
  throw new UnreachableError(`status ${status}`);
}

const created = 201;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function send(file: File, { onProgress, signal }: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.responseType = 'json';
    request.setRequestHeader('Authorization', `Bearer ${session.access() ?? ''}`);
    request.setRequestHeader('Accept-Language', currentLocale());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve({ status: request.status, body: request.response as unknown });
    request.onerror = () => reject(new UnreachableError('no answer'));
    request.onabort = () => reject(new UnreachableError('given up'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
