import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ownerOf } from '@gongxiang/contracts/core/contract';
import { serviceNames } from '@gongxiang/contracts/operations/operations.contract';
import { DomainError, isUuid } from '@gongxiang/domain';
import { FileStore, filesOf, type Store } from '@gongxiang/messaging/files';
import type { Observable } from 'rxjs';
import { STORE } from '../config/tokens.js';
import type { EdgeRequest } from './edge-request.js';

/**
 * Moves an upload to the service whose request refers to it: each service reads only its own files, and the recipient
 * is unknown before.
 */
@Injectable()
export class UploadHandOver implements NestInterceptor {
  private readonly stores: ReadonlyMap<string, FileStore>;

  constructor(
    private readonly files: FileStore,
    @Inject(STORE) store: Store,
  ) {
    this.stores = new Map(serviceNames.map((service) => [service, new FileStore(store, filesOf(service))]));
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { endpoint, call, body } = context.switchToHttp().getRequest<EdgeRequest>();
    const personId = call?.actor?.personId;
    if (endpoint !== undefined && personId !== undefined)
      for (const file of referencedFiles(body))
        await this.handOver(file, personId, ownerOf(endpoint.contract.subject));
    return next.handle();
  }

  /**
   * A file that the request is about (`isRead`) is read by the service, which refuses the request if it is missing or
   * somebody else's. For files that are only referenced, such as a receipt, no service checks that they exist.
   */
  private async handOver(
    { key, pointer, isRead }: ReferencedFile,
    personId: string,
    service: string,
  ): Promise<void> {
    const target = this.stores.get(service);
    if (target === undefined) return;
    if (!isRead && !(await this.files.has(key))) throw new DomainError('UPLOAD_GONE', { pointer });
    try {
      await this.files.handOver(key, personId, target);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
  }
}

interface ReferencedFile {
  readonly key: string;
  readonly pointer: string;
  readonly isRead: boolean;
}

/** More than any request may name; deeper or further ones are refused by validation. */
const filesMax = 100;
const depthMax = 4;

/** Under which a body names an upload: the file, or the picture that the sender has made of it. */
const uploadNames = ['fileKey', 'posterKey'];

/** The uploads that a body refers to: as its subject (`/fileKey`), or within a part (`/receipt/fileKey`). */
export function referencedFiles(body: unknown): ReferencedFile[] {
  const found: ReferencedFile[] = [];
  if (isObject(body)) collectFiles(body, [], found);
  return found;
}

/** @param path the names that lead to `value`; no address is made of them before something is found, as bodies hold thousands of values */
function collectFiles(value: object, path: string[], found: ReferencedFile[]): void {
  for (const [name, part] of Object.entries(value)) {
    if (found.length >= filesMax) return;
    if (isUpload(name, part)) {
      found.push({ key: part, pointer: `/${[...path, name].join('/')}`, isRead: path.length === 0 });
    } else if (isObject(part) && path.length < depthMax) {
      path.push(name);
      collectFiles(part, path, found);
      path.pop();
    }
  }
}

function isUpload(name: string, part: unknown): part is string {
  return typeof part === 'string' && uploadNames.includes(name) && isUuid(part);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
