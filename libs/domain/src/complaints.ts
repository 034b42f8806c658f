/** The service of the federation by which anybody complains, suggests or asks. Every network has it, under this id. */
export const complaintServiceId = '01940000-0000-7000-8000-000000000001';
