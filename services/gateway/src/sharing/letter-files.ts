/** What a letter, or a sample of one, may be given out as. */
export const letterFiles = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
