import type { CardEnd } from '@gongxiang/contracts/membership/card/card.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The card of a membership on one device. */
@Entity('member_card')
export class CardRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') serial: string;
  @Column('uuid') personId: string;
  @Column('uuid') membershipId: string;
  @Column('uuid') sessionId: string;
  @Column('text') deviceKey: string;
  @Column(instant) issuedAt: Date;
  @Column(instant) validUntil: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokedBy: CardEnd | null;
}

/** A key pair by which cards are issued. */
@Entity('card_issuer')
export class CardIssuerRow {
  @PrimaryColumn('uuid') id: string;
  /** An uncompressed point of P-256 in base64url. */
  @Column('text') publicKey: string;
  /** PKCS #8 in base64, sealed. */
  @Column('text') privateKey: string;
  @Column(instant) createdAt: Date;
}
