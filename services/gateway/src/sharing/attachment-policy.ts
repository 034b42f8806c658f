/** Whoever shows it in place of saving it shows nothing that runs, loads or is of this origin. */
export const attachmentPolicy = "default-src 'none'; sandbox";
