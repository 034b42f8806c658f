import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import {
  CourseFileRequest,
  courseContract,
  CoursePictureRequest,
} from '@gongxiang/contracts/affairs/records/course.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { servedAttachment, servedPicture, servedRecording } from '../http/served-files.js';

/** Pictures, documents and recordings of lessons, for those who see the course. */
@Controller()
export class CourseFileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(courseContract.picture)
  async picture(
    @Input() request: CoursePictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return servedPicture(await this.rpc.call(courseContract.picture, request, call), this.files);
  }

  @Endpoint(courseContract.attachment)
  async attachment(
    @Input() request: CourseFileRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(courseContract.attachment, request, call);
    return servedAttachment(outcome, this.files, reply);
  }

  @Endpoint(courseContract.recording)
  async recording(
    @Input() request: CourseFileRequest,
    @Call() call: CallContext,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(courseContract.recording, request, call);
    return servedRecording(outcome, this.files, { range, reply });
  }
}
