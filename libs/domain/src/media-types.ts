/** The media types of the files that people hand in, by the ending that their names have. */
export const mediaTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
} as const;

const endings: ReadonlyMap<string, string> = new Map(
  Object.entries(mediaTypes).map(([ending, type]) => [type, ending]),
);

/** The ending of a file by its media type, without the dot; null of a type that is not among these. */
export function endingOf(mediaType: string): string | null {
  return endings.get(mediaType) ?? null;
}
