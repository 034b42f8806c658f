import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Text, Whole } from '@gongxiang/contracts/core/fields';
import { audioTypes, videoTypes } from '@gongxiang/contracts/words/media-types';
import { type Actor, type CallContext, DomainError, isUuid } from '@gongxiang/domain';
import { FileStore, type StoredFile, type Uploader, UploadQuota } from '@gongxiang/messaging/files';
import { type Logger, traceIdOf } from '@gongxiang/observability';
import type { FastifyReply } from 'fastify';
import type { MultipartFile } from '@fastify/multipart';
import type { GatewayConfig } from '../config/config.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call } from '../http/endpoint.js';
import { CONFIG, LOGGER } from '../config/tokens.js';

export const fileBytesMax = 20 * 1024 * 1024;
/** HEIC is accepted here and refused by the service that expects a picture, which can explain what to do. */
const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/heic'];
const types = ['text/csv', 'application/zip', 'application/pdf', ...pictures, ...videoTypes, ...audioTypes];

export class FileView {
  @Text({ description: 'Name this in the request that uses the file' }) key: string;
  @Whole({ max: fileBytesMax }) size: number;
  @Text({ description: 'SHA-256, in hex' }) sha256: string;
  @Text({ description: 'By the first bytes, whatever the sender said' }) contentType: string;
}

/** Uploads and downloads files as streams; their meaning is up to the services. */
@ApiTags('operations')
@ApiBearerAuth()
@Controller()
export class FileController {
  constructor(
    private readonly files: FileStore,
    private readonly quota: UploadQuota,
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post('files')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  @ApiOperation({
    summary: 'Uploads a roster, a receipt, a picture, a video or a recording',
    operationId: 'filesPut',
  })
  @ApiResponse({ status: 201, description: 'Kept', type: FileView })
  async put(@Req() request: EdgeRequest, @Call() call: CallContext): Promise<FileView> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    if (!request.isMultipart()) throw new DomainError('MEDIA_TYPE_UNSUPPORTED');
    const uploader = { personId: call.actor.personId, bytesMax: this.quotaOf(call.actor) };
    const bytes = announcedBytes(request);
    const now = new Date();
    // Before anything is read, so that a refused upload is not streamed first.
    await this.quota.take(uploader, bytes, now);
    let stored: StoredFile | null = null;
    try {
      stored = await this.store(await fileOf(request), uploader.personId);
      return stored;
    } finally {
      await this.refundQuota(uploader, bytes - (stored?.size ?? 0), { now, call });
    }
  }

  private async store({ file }: MultipartFile, ownerId: string): Promise<StoredFile> {
    try {
      return await this.files.put(file, { bytesMax: fileBytesMax, types, ownerId });
    } finally {
      // The rest of a refused upload has to be drained, or the connection and its sender would hang.
      file.resume();
    }
  }

  private quotaOf({ roles }: Actor): number {
    const { uploadMbPerOfficer, uploadMbPerMember } = this.config;
    return (roles.length > 0 ? uploadMbPerOfficer : uploadMbPerMember) * 1_000_000;
  }

  /** Never throws: bytes that are not refunded count until the day is over. */
  private async refundQuota(
    { personId }: Uploader,
    bytes: number,
    { now, call }: { readonly now: Date; readonly call: CallContext },
  ): Promise<void> {
    try {
      await this.quota.refund(personId, bytes, now);
    } catch (error) {
      const about = { traceId: traceIdOf(call.traceparent), bytes, reason: String(error) };
      this.logger.warn(about, 'bytes that were not kept count as uploaded today');
    }
  }

  @Get('files/:key')
  @ApiOperation({ summary: 'Downloads a file of your own by its key', operationId: 'filesGet' })
  @ApiResponse({
    status: 200,
    description: 'The bytes',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async get(@Param('key') key: string, @Call() call: CallContext, @Res() reply: FastifyReply): Promise<void> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    if (!isUuid(key)) throw new DomainError('NOT_FOUND');
    const content = await this.files.get(key, call.actor.personId);
    void reply
      .header('Content-Disposition', 'attachment')
      .header('X-Content-Type-Options', 'nosniff')
      .type('application/octet-stream')
      .send(Readable.from(content));
  }
}

/** The upper bound of the upload: a form is somewhat longer than its file, and Content-Length is optional. */
function announcedBytes({ headers }: EdgeRequest): number {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return Number.isFinite(length) ? Math.min(length, fileBytesMax) : fileBytesMax;
}

async function fileOf(request: EdgeRequest): Promise<MultipartFile> {
  const part = await request.file();
  if (part === undefined)
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '/file', code: 'REQUIRED' }] });
  return part;
}
