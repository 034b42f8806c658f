import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { ownerOf, serviceNames } from '@gongxiang/contracts';
import { DomainError, isUuid } from '@gongxiang/domain';
import { FileStore, filesOf, type Store } from '@gongxiang/messaging/files';
import type { Observable } from 'rxjs';
import { STORE } from '../tokens.js';
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
    const key = fileKeyOf(body);
    const personId = call?.actor?.personId;
    if (endpoint !== undefined && key !== null && personId !== undefined)
      await this.handOver(key, personId, ownerOf(endpoint.contract.subject));
    return next.handle();
  }

  /** A file that is not there, any more or for this person, is the service's to complain of. */
  private async handOver(key: string, personId: string, service: string): Promise<void> {
    const place = this.places.get(service);
    if (place === undefined) return;
    try {
      await this.files.handOver(key, personId, place);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
  }
}

function fileKeyOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('fileKey' in body)) return null;
  const { fileKey } = body;
  return typeof fileKey === 'string' && isUuid(fileKey) ? fileKey : null;
}
