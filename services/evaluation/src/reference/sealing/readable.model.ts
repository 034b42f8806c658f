import { DomainError } from '@gongxiang/domain';

/**
 * Parses an opened answer; null if it is none. Anybody who can write to the database can seal arbitrary data to a
 * public key, and one such row must not prevent a survey from being counted.
 * @param read from the JSON object that was sealed;
 * @throws DomainError where that is not what was asked for
 */
export function readAnswer<Answer>(text: string, read: (given: object) => Answer): Answer | null {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null ? read(given) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DomainError) return null;
    throw error;
  }
}
