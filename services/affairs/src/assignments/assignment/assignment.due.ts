import { Injectable } from '@nestjs/common';
import { OnDue, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AssignmentPartRepository } from './assignment-part.repository.js';
import { publishCourses } from './assignment-courses.js';
import { awaitsOfPart } from './assignment.model.js';
import { AssignmentRepository } from './assignment.repository.js';
import { assignmentDue, AssignmentService } from './assignment.service.js';

/** Parts that one transaction tells of: an event for each. */
const announcedPerStep = 500;

/** What becomes of an assignment by itself. */
@Injectable()
export class AssignmentDueWork {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly parts: AssignmentPartRepository,
    private readonly service: AssignmentService,
  ) {}

  /** Says whom the parts wait for, and how they go, some hundreds at a time, until all are told. */
  @OnDue(assignmentDue.announce)
  async announce(tx: Transaction, id: string): Promise<void> {
    const assignment = await this.assignments.lockShared(tx, id);
    if (assignment === null) return;
    const parts = await this.parts.lockUnannounced(tx, id, announcedPerStep);
    await syncAwaits(
      tx,
      'affairs',
      'assignment-part',
      parts.map((part) => ({ id: part.id, awaits: awaitsOfPart(assignment, part) })),
    );
    await publishCourses(tx, assignment, parts);
    await this.parts.markAnnounced(
      tx,
      parts.map((part) => part.id),
    );
    if (parts.length === announcedPerStep)
      await schedule(tx, { kind: assignmentDue.announce, key: id, at: tx.now });
  }

  /** A week before the day. The day before, and once it has passed, what waits reminds of itself. */
  @OnDue(assignmentDue.near)
  async near(tx: Transaction, id: string): Promise<void> {
    const assignment = await this.assignments.lockShared(tx, id);
    if (assignment?.state !== 'given') return;
    const unionIds = await this.parts.owing(tx, id, null);
    await this.service.notifyOwing(tx, assignment, { unionIds, cause: `assignmentNear/${id}` });
  }
}
