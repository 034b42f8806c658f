import type {
  LetterKind,
  TemplateWarning,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A union's own .docx template for letters. Never updated: another file is another template. */
@Entity('letter_template')
export class LetterTemplateRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') kind: LetterKind;
  @Column('text') name: string;
  @Column('uuid') fileKey: string;
  @Column('text') sha256: string;
  @Column('text', { array: true }) placeholders: string[];
  @Column('text', { array: true }) warnings: TemplateWarning[];
  /** Pages of a sample. */
  @Column('integer') pages: number;
  /** Null while it is in use. */
  @Column({ ...instant, nullable: true }) retiredAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}
