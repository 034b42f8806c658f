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
 * Gives an upload over to the service to which a request names it: each reads its own files alone, and nobody knows before
 * whom an upload is for.
 */
@Injectable()
export class UploadHandOver implements NestInterceptor {
  private readonly places: ReadonlyMap<string, FileStore>;

  constructor(
    private readonly files: FileStore,
    @Inject(STORE) store: Store,
  ) {
    this.places = new Map(serviceNames.map((service) => [service, new FileStore(store, filesOf(service))]));
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { endpoint, call, body } = context.switchToHttp().getRequest<EdgeRequest>();
    const personId = call?.actor?.personId;
    if (endpoint !== undefined && personId !== undefined)
      for (const named of filesNamedIn(body))
        await this.handOver(named, personId, ownerOf(endpoint.contract.subject));
    return next.handle();
  }

  /**
   * A file that the request is about is read by the service, which says so where it is not there, any more or for this person.
   * Of what is only written down, such as a receipt, no service looks whether it is there.
   */
  private async handOver(
    { key, pointer, isRead }: NamedFile,
    personId: string,
    service: string,
  ): Promise<void> {
    const place = this.places.get(service);
    if (place === undefined) return;
    if (!isRead && !(await this.files.has(key))) throw new DomainError('UPLOAD_GONE', { pointer });
    try {
      await this.files.handOver(key, personId, place);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
  }
}

interface NamedFile {
  readonly key: string;
  readonly pointer: string;
  readonly isRead: boolean;
}

/** More than any request may name; what lies deeper, or comes after them, is refused by its form. */
const namedMax = 100;
const depthMax = 4;

/** The uploads that a body names: as what it is about (`/fileKey`), or with a part of it (`/receipt/fileKey`). */
export function filesNamedIn(body: unknown): NamedFile[] {
  const found: NamedFile[] = [];
  look(body, '', found);
  return found;
}

function look(value: unknown, pointer: string, found: NamedFile[]): void {
  const depth = pointer.split('/').length - 1;
  if (typeof value !== 'object' || value === null || depth > depthMax) return;
  for (const [name, part] of Object.entries(value)) {
    if (found.length >= namedMax) return;
    const at = `${pointer}/${name}`;
    if (name === 'fileKey' && typeof part === 'string' && isUuid(part))
      found.push({ key: part, pointer: at, isRead: depth === 0 });
    else look(part, at, found);
  }
}
