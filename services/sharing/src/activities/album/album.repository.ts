import { Injectable } from '@nestjs/common';
import {
  albumPicturesMax,
  type ListAlbumPicturesRequest,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { Viewer } from './album-rules.js';
import { AlbumPictureRow } from './album.entity.js';

/** A picture with the masked name of its contributor. */
export interface NamedPicture extends AlbumPictureRow {
  readonly maskedName: string | null;
}

interface AlbumCounts {
  readonly all: number;
  /** The person's own that are not hidden. */
  readonly own: number;
  readonly waiting: number;
}

/** The pictures of an album that wait for its hosts. */
export interface WaitingPictures {
  readonly pending: number;
  /** When the latest of those was added. */
  readonly latestAt: Date | null;
  readonly reported: number;
  /** Whose the reported ones are. */
  readonly reportedOf: readonly string[];
}

const columns = `p.activity_id AS "activityId", p.id, p.version, p.person_id AS "personId", p.state, p.caption,
  p.source_key AS "sourceKey", p.width, p.height, p.files, p.is_public AS "isPublic", p.consent_at AS "consentAt",
  p.report_reason AS "reportReason", p.reported_by AS "reportedBy", p.hide_reason AS "hideReason",
  p.hidden_at AS "hiddenAt", p.decided_by AS "decidedBy", p.decided_at AS "decidedAt", p.created_at AS "createdAt",
  m.masked_name AS "maskedName"`;

/** A picture changes only under the lock of its activity, so it needs no lock of its own. */
@Injectable()
export class AlbumRepository {
  async insert(tx: Transaction, row: AlbumPictureRow): Promise<void> {
    await tx.sql.insert(AlbumPictureRow, row);
  }

  async update(tx: Transaction, row: AlbumPictureRow): Promise<void> {
    await tx.sql.update(AlbumPictureRow, { activityId: row.activityId, id: row.id }, row);
  }

  async delete(tx: Transaction, activityId: string, id: string): Promise<void> {
    await tx.sql.delete(AlbumPictureRow, { activityId, id });
  }

  find(tx: Transaction, activityId: string, id: string): Promise<AlbumPictureRow | null> {
    return tx.sql.findOneBy(AlbumPictureRow, { activityId, id });
  }

  findBySource(tx: Transaction, activityId: string, sourceKey: string): Promise<AlbumPictureRow | null> {
    return tx.sql.findOneBy(AlbumPictureRow, { activityId, sourceKey });
  }

  /** Those the viewer may read (`mayRead` as a query), newest first. */
  list(tx: Transaction, filter: ListAlbumPicturesRequest, viewer: Viewer): Promise<NamedPicture[]> {
    const cursor = decodeCursor(filter.cursor, 1);
    const { personId, isModerator, isInsider } = viewer;
    return tx.sql.query(
      `SELECT ${columns} FROM album_picture p LEFT JOIN member_ref m ON m.person_id = p.person_id
       WHERE p.activity_id = $1 AND ($2::uuid IS NULL OR p.id < $2) AND ($3::text IS NULL OR p.state = $3)
         AND (p.person_id = $4 OR $5 OR (p.state = 'approved' AND ($6 OR p.is_public)))
       ORDER BY p.id DESC LIMIT $7`,
      [
        filter.activityId,
        cursor?.[0] ?? null,
        filter.state ?? null,
        personId,
        isModerator,
        isInsider,
        rowsFor(filter.limit),
      ],
    );
  }

  /** Public pictures, newest first. */
  listPublic(tx: Transaction, activityId: string): Promise<AlbumPictureRow[]> {
    return tx.sql.find(AlbumPictureRow, {
      where: { activityId, isPublic: true },
      order: { id: 'DESC' },
      take: albumPicturesMax,
    });
  }

  async counts(tx: Transaction, activityId: string, personId: string): Promise<AlbumCounts> {
    const rows: AlbumCounts[] = await tx.sql.query(
      `SELECT count(*)::int AS all,
              (count(*) FILTER (WHERE person_id = $2 AND state <> 'hidden'))::int AS own,
              (count(*) FILTER (WHERE state IN ('pending', 'reported')))::int AS waiting
       FROM album_picture WHERE activity_id = $1`,
      [activityId, personId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('an aggregate without groups has one row');
    return found;
  }

  async waiting(tx: Transaction, activityId: string): Promise<WaitingPictures> {
    const rows: WaitingPictures[] = await tx.sql.query(
      `SELECT (count(*) FILTER (WHERE state = 'pending'))::int AS pending,
              max(created_at) FILTER (WHERE state = 'pending') AS "latestAt",
              (count(*) FILTER (WHERE state = 'reported'))::int AS reported,
              coalesce(array_agg(DISTINCT person_id) FILTER (WHERE state = 'reported'), '{}') AS "reportedOf"
       FROM album_picture WHERE activity_id = $1`,
      [activityId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('an aggregate without groups has one row');
    return found;
  }

  /** Whether the person attended or has a seat. */
  async presenceOf(
    tx: Transaction,
    activityId: string,
    personId: string,
  ): Promise<{ readonly hasCome: boolean; readonly isSeated: boolean }> {
    const rows: { hasCome: boolean; isSeated: boolean }[] = await tx.sql.query(
      `SELECT EXISTS (SELECT 1 FROM attendance WHERE activity_id = $1 AND person_id = ANY(person_ids($2))) AS "hasCome",
              EXISTS (SELECT 1 FROM registration
                      WHERE activity_id = $1 AND person_id = ANY(person_ids($2)) AND state = 'confirmed') AS "isSeated"`,
      [activityId, personId],
    );
    return rows[0] ?? { hasCome: false, isSeated: false };
  }

  async maskedNameOf(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { maskedName: string }[] = await tx.sql.query(
      `SELECT masked_name AS "maskedName" FROM member_ref WHERE person_id = $1`,
      [personId],
    );
    return rows[0]?.maskedName ?? null;
  }
}
