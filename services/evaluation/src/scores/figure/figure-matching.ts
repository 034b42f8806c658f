import { Injectable } from '@nestjs/common';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { FieldProblem } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRef } from '../../reference/reference.entity.js';
import { type KnownSubject, SubjectRepository } from '../../reference/subject/subject.repository.js';
import { In } from 'typeorm';
import { type FigureLine, pointerOf, readFigures, repeatedRows } from './figure-rows.model.js';
import { FigureRepository } from './figure.repository.js';

/** A row with what it is about. */
export interface MatchedFigure {
  readonly line: FigureLine;
  readonly subject: KnownSubject;
  /** The value of the same subject, name and period until now; null where there is none. */
  readonly before: number | null;
}

interface Matched {
  readonly matched: readonly MatchedFigure[];
  /** In the order of the rows. */
  readonly problems: readonly FieldProblem[];
}

type Found = { readonly line: FigureLine; readonly subject: KnownSubject } | FieldProblem;

/** Finds the subjects of the rows of a file and reports all problems at once. */
@Injectable()
export class FigureMatching {
  constructor(
    private readonly figures: FigureRepository,
    private readonly subjects: SubjectRepository,
  ) {}

  /** @param path of the union that they may belong to, or to one below it */
  async match(tx: Transaction, path: string, rows: readonly (readonly string[])[]): Promise<Matched> {
    const { lines, problems } = readFigures(rows);
    const kinds = [...new Set(lines.map(({ kind }) => kind))];
    const found: Found[] = [];
    for (const kind of kinds) {
      found.push(...(await this.find(tx, kind, { path, lines: lines.filter((one) => one.kind === kind) })));
    }
    const known = found.flatMap((one) => ('code' in one ? [] : [one]));
    known.sort((a, b) => a.line.row - b.line.row);
    const repeated = repeatedRows(
      known.map(({ line, subject }) => ({ row: line.row, about: aboutOf(line, subject) })),
    );
    const wrong = found.flatMap((one) => ('code' in one ? [one] : []));
    const all = [...problems, ...wrong, ...repeated].sort((a, b) => rowOf(a) - rowOf(b));
    return { matched: all.length > 0 ? [] : await this.withBefore(tx, known), problems: all };
  }

  private async find(
    tx: Transaction,
    kind: ScoreSubjectKind,
    { path, lines }: { readonly path: string; readonly lines: readonly FigureLine[] },
  ): Promise<Found[]> {
    const named = lines.map(({ subject }) => subject);
    const ids = await this.figures.idsByName(tx, kind, named);
    const known = await this.subjects.known(tx, kind, [...ids.values()].flat());
    const unions = await tx.sql.findBy(UnionRef, {
      id: In([...known.values()].map(({ unionId }) => unionId)),
    });
    const paths = new Map(unions.map((union) => [union.id, union.path]));
    return lines.map((line) => {
      const pointer = pointerOf(line.row);
      const params = { name: line.subject };
      const [subject, another] = (ids.get(line.subject) ?? []).flatMap((id) => known.get(id) ?? []);
      if (subject === undefined) return { pointer, code: 'FIGURE_SUBJECT', params };
      if (another !== undefined) return { pointer, code: 'FIGURE_SUBJECT_TWICE', params };
      const isWithin = paths.get(subject.unionId)?.startsWith(path) === true;
      return isWithin ? { line, subject } : { pointer, code: 'FIGURE_SUBJECT_ELSEWHERE', params };
    });
  }

  private async withBefore(
    tx: Transaction,
    known: readonly { readonly line: FigureLine; readonly subject: KnownSubject }[],
  ): Promise<MatchedFigure[]> {
    const values = new Map<string, number>();
    for (const kind of new Set(known.map(({ line }) => line.kind))) {
      const own = known.filter(({ line }) => line.kind === kind);
      const ids = [...new Set(own.map(({ subject }) => subject.id))];
      const names = [...new Set(own.map(({ line }) => line.name))];
      const stored = await this.figures.ofSubjects(tx, kind, { ids, names });
      for (const { subjectId, name, periodFrom, periodTo, value } of stored)
        values.set(JSON.stringify([kind, subjectId, name, periodFrom, periodTo]), value);
    }
    return known.map((one) => ({ ...one, before: values.get(aboutOf(one.line, one.subject)) ?? null }));
  }
}

function aboutOf({ kind, name, period }: FigureLine, subject: KnownSubject): string {
  return JSON.stringify([kind, subject.id, name, period.from, period.to]);
}

function rowOf({ pointer }: FieldProblem): number {
  return Number(pointer.split('/').at(-1));
}
