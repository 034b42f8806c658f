import { Injectable } from '@nestjs/common';
import {
  type CourseFileRequest,
  courseContract,
  type CoursePictureRequest,
} from '@gongxiang/contracts/affairs/records/course.contract';
import type { AttachmentFileView, PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { BulletinFiles } from '../../bulletins/bulletin-file/bulletin-files.js';
import { fileIdsOf } from './course.model.js';
import { CourseReader } from './course-reader.js';
import { CourseRepository } from './course.repository.js';

/** Files of lessons, for whoever sees them: in the edition with which they have begun, else in the present one. */
@Injectable()
export class CourseFileReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly courses: CourseRepository,
    private readonly reader: CourseReader,
    private readonly files: BulletinFiles,
  ) {}

  @Handles(courseContract.picture)
  picture({ courseId, fileId, width }: CoursePictureRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.requireShown(tx, courseId, fileId);
      return this.files.usedPicture(tx, courseId, { fileId, width });
    });
  }

  @Handles(courseContract.attachment)
  attachment({ courseId, fileId }: CourseFileRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.requireShown(tx, courseId, fileId);
      return this.files.usedDocument(tx, courseId, fileId);
    });
  }

  @Handles(courseContract.recording)
  recording({ courseId, fileId }: CourseFileRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.requireShown(tx, courseId, fileId);
      return this.files.usedRecording(tx, courseId, fileId);
    });
  }

  /** An officer of its union also sees the present edition, which they change. @throws DomainError `NOT_FOUND` */
  private async requireShown(tx: Transaction, courseId: string, fileId: string): Promise<void> {
    const { course, taking, mayManage } = await this.reader.seen(tx, courseId);
    const numbers = new Set([taking?.edition ?? course.edition, ...(mayManage ? [course.edition] : [])]);
    for (const number of numbers) {
      const { definition } = await this.courses.edition(tx, courseId, number);
      if (fileIdsOf(definition.lessons).includes(fileId)) return;
    }
    throw new DomainError('NOT_FOUND');
  }
}
