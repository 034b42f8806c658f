const office = 'application/vnd.openxmlformats-officedocument';
/** As what a checked document is given out. */
export const attachmentTypes = [
  'application/pdf',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  'text/csv',
  'text/plain',
];
/** Whoever shows it in place of saving it shows nothing that runs, loads or is of this origin. */
export const attachmentPolicy = "default-src 'none'; sandbox";
