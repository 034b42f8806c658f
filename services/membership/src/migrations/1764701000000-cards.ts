import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Members' cards, and the keys by which they are issued. Triggers revoke a card where its membership ends or its device is signed
 * out, as both happen in many places. New tables and triggers only.
 */
export class Cards1764701000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE card_issuer (
        id          uuid PRIMARY KEY,
        -- ECDSA on P-256: an uncompressed point in base64url.
        public_key  text NOT NULL,
        -- PKCS #8, sealed.
        private_key text NOT NULL,
        created_at  timestamptz NOT NULL
      );

      CREATE TABLE member_card (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        -- Random: what a door sees of the person.
        serial        text NOT NULL UNIQUE,
        person_id     uuid NOT NULL REFERENCES person,
        membership_id uuid NOT NULL REFERENCES union_membership,
        session_id    uuid NOT NULL,
        device_key    text NOT NULL,
        issued_at     timestamptz NOT NULL,
        valid_until   timestamptz NOT NULL,
        revoked_at    timestamptz,
        revoked_by    text CHECK (revoked_by IN ('revokedByOwner', 'signedOut', 'membershipEnded')),
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      -- A device has one card that is valid.
      CREATE UNIQUE INDEX member_card_of_device ON member_card (person_id, device_key) WHERE revoked_at IS NULL;
      -- The person's own list, newest first.
      CREATE INDEX member_card_of_person ON member_card (person_id, id DESC);
      -- What ends with a membership, and with a session.
      CREATE INDEX member_card_of_membership ON member_card (membership_id) WHERE revoked_at IS NULL;
      CREATE INDEX member_card_of_session ON member_card (session_id) WHERE revoked_at IS NULL;
      -- The list that every door reads.
      CREATE INDEX member_card_revoked ON member_card (revoked_at) WHERE revoked_at IS NOT NULL;

      CREATE FUNCTION card_membership_ended() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE member_card SET revoked_at = now(), revoked_by = 'membershipEnded', version = version + 1
        WHERE membership_id = NEW.id AND revoked_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER card_membership_ended AFTER UPDATE ON union_membership FOR EACH ROW
        WHEN (NEW.state = 'ended' AND OLD.state <> 'ended') EXECUTE FUNCTION card_membership_ended();

      CREATE FUNCTION card_signed_out() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE member_card SET revoked_at = now(), revoked_by = 'signedOut', version = version + 1
        WHERE session_id = NEW.id AND revoked_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER card_signed_out AFTER UPDATE ON sign_in_session FOR EACH ROW
        WHEN (NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL) EXECUTE FUNCTION card_signed_out();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER card_membership_ended ON union_membership;
      DROP TRIGGER card_signed_out ON sign_in_session;
      DROP FUNCTION card_membership_ended, card_signed_out;
      DROP TABLE member_card, card_issuer;
    `);
  }
}
