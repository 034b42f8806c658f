import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Text, Whole } from '@gongxiang/contracts';
import { type CallContext, DomainError, isUuid } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import type { FastifyReply } from 'fastify';
import type { MultipartFile } from '@fastify/multipart';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call } from '../http/endpoint.js';

export const fileBytesMax = 20 * 1024 * 1024;
/** HEIC is taken in and refused by whoever wanted a picture: he can say in words what to do about it. */
const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/heic'];
const types = ['text/csv', 'application/zip', 'application/pdf', ...pictures];

export class FileView {
  @Text({ description: 'Name this in the request that uses the file' }) key: string;
  @Whole({ max: fileBytesMax }) size: number;
  @Text({ description: 'SHA-256, in hex' }) sha256: string;
  @Text({ description: 'By the first bytes, whatever the sender said' }) contentType: string;
}

/** Takes files in and gives them out as streams; what they mean is for the services to say. */
@ApiTags('operations')
@ApiBearerAuth()
@Controller()
export class FileController {
  constructor(private readonly files: FileStore) {}

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
  @ApiOperation({ summary: 'Uploads a roster, a receipt or a picture', operationId: 'filesPut' })
  @ApiResponse({ status: 201, description: 'Kept', type: FileView })
  async put(@Req() request: EdgeRequest, @Call() call: CallContext): Promise<FileView> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const part = await fileOf(request);
    return this.files.put(part.file, { bytesMax: fileBytesMax, types, ownerId: call.actor.personId });
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

async function fileOf(request: EdgeRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new DomainError('MEDIA_TYPE_UNSUPPORTED');
  const part = await request.file();
  if (part === undefined)
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '/file', code: 'REQUIRED' }] });
  return part;
}
