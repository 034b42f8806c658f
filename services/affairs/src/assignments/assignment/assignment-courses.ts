import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { AssignmentPartRow, AssignmentRow } from './assignment.entity.js';
import { coursesOf } from './assignment.model.js';

/** Publishes how parts of one assignment go, for whoever counts. */
export async function publishCourses(
  tx: Transaction,
  assignment: AssignmentRow,
  parts: readonly AssignmentPartRow[],
): Promise<void> {
  const courses = coursesOf(assignment, parts).map((data) => ({ about: data.id, data }));
  await recordEvents(tx, affairsEvents.assignmentPartChanged, courses);
}
