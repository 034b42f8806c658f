import { Injectable } from '@nestjs/common';
import { type KeptRecord, unneededDue } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';

/** Queries the tables of the features that store files; the one place that knows them all. */
@Injectable()
export class StoredFileRepository {
  /** Those of some files that a row references, or whose removal is scheduled anyway. */
  async namedAmong(tx: Transaction, records: readonly KeptRecord[]): Promise<Set<string>> {
    const keys = records.map(({ key }) => key);
    const aboutIds = [...new Set(records.map(({ aboutId }) => aboutId))];
    const rows: { key: string }[] = await tx.sql.query(
      `SELECT f->>'key' AS key FROM activity_picture p CROSS JOIN LATERAL jsonb_array_elements(p.files) f
       WHERE p.activity_id = ANY($1::uuid[]) AND f->>'key' = ANY($2)
       UNION ALL
       SELECT f->>'key' FROM album_picture p CROSS JOIN LATERAL jsonb_array_elements(p.files) f
       WHERE p.activity_id = ANY($1::uuid[]) AND f->>'key' = ANY($2)
       UNION ALL
       SELECT f->>'key' FROM handover_picture p CROSS JOIN LATERAL jsonb_array_elements(p.files) f
       WHERE p.loan_id = ANY($1::uuid[]) AND f->>'key' = ANY($2)
       UNION ALL
       SELECT f->>'key' FROM resource_picture p CROSS JOIN LATERAL jsonb_array_elements(p.files) f
       WHERE p.resource_id = ANY($1::uuid[]) AND f->>'key' = ANY($2)
       UNION ALL
       SELECT a.file_key::text FROM activity_attachment a WHERE a.file_key = ANY($2::uuid[])
       UNION ALL
       SELECT r.file_key::text FROM resource_document r WHERE r.file_key = ANY($2::uuid[])
       UNION ALL
       SELECT d.key FROM due d WHERE d.kind = $3 AND d.key = ANY($2)`,
      [aboutIds, keys, unneededDue],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
