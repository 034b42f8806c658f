/** The stream behind a bucket, as NATS's own object stores are named. */
export function streamOfBucket(bucket: string): string {
  return `OBJ_${bucket}`;
}

/** Of the bytes of files, piece by piece, and of the index. */
export function subjectsOfBucket(bucket: string): string[] {
  return [`$O.${bucket}.C.>`, `$O.${bucket}.M.>`];
}
