import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Logger, traceIdOf } from '@gongxiang/observability';
import { BRIEF_FILES, LOGGER } from '../config/tokens.js';
import { attachmentOf } from './media-type.js';

/** Streams a file that a service created for one download, and deletes it afterwards. */
@Injectable()
export class BriefDownload {
  constructor(
    @Inject(BRIEF_FILES) private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND` if the file is gone */
  async send(outcome: Outcome<PrintedFileView>, call: CallContext): Promise<Outcome<StreamableFile>> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const { key, fileName, contentType, size } = outcome.body;
    const content = await this.files.get(key, call.actor.personId);
    content.once('close', () => void this.deleteFile(key, call));
    const options = { type: contentType, disposition: attachmentOf(fileName), length: size };
    return { ...outcome, body: new StreamableFile(content, options) };
  }

  private async deleteFile(key: string, { traceparent }: CallContext): Promise<void> {
    try {
      await this.files.delete(key);
    } catch (error) {
      const about = { traceId: traceIdOf(traceparent), reason: String(error) };
      this.logger.warn(about, 'a file that was sent stays until it expires');
    }
  }
}
